"use server";

import { publicAction } from "@/app/_edges/action";
import { Credentials, exchangePassword } from "@/lib/users/passwords";

export const startOwnPassword = publicAction(Credentials, exchangePassword);
