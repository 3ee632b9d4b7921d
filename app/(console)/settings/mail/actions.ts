"use server";

import { refresh } from "next/cache";
import { action } from "@/app/_edges/action";
import { retryMails } from "@/lib/mail/commands";
import { RetryMails } from "@/lib/mail/schema";

export const retry = action(RetryMails, async (actor, input) => {
  const result = await retryMails(actor, input);
  refresh();
  return result;
});
