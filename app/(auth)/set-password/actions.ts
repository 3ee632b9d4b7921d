"use server";

import { z } from "zod";
import { publicAction } from "@/app/_edges/action";
import { LinkToken, readPasswordLink } from "@/lib/auth/password-links";
import { ok } from "@/lib/result";
import { SetPassword, setPasswordByLink } from "@/lib/users/passwords";

export const readLink = publicAction(z.object({ token: LinkToken }), async ({ token }, ip) => {
  const link = await readPasswordLink(token, ip);
  if (!link.ok) return link;
  const { username, name, asked } = link.value;
  return ok({ username, name, asked });
});

export const setPassword = publicAction(SetPassword, setPasswordByLink);
