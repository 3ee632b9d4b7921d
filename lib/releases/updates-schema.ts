import { z } from "zod";
import { line } from "@/lib/text";
import { parseVersion } from "@/lib/versions/parse";
import { Channel } from "@/prisma/generated/enums";

/** An app that asks what its version owes. */
export const UpdatesQuery = z
  .object({
    channel: z.enum(Channel),
    version: line(64),
    build: line(64).optional(),
    locale: line(35).optional(),
  })
  .transform(({ version: sent, build, locale, channel }) => {
    const { version, build: carried } = parseVersion(sent);
    return { channel, version, build: build ?? carried, locale: locale ?? null };
  });
