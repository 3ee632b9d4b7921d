import { z } from "zod";
import { line } from "@/lib/text";
import { Role } from "@/prisma/generated/enums";

export const Username = line(64)
  .regex(/^\S+$/, "must not contain spaces")
  .regex(/[\p{L}\p{N}]/u, "must contain a letter or a digit")
  .transform((name) => name.normalize("NFKC"));

export const CreateUser = z.strictObject({
  username: Username,
  name: line(128),
  personnelNumber: line(64).optional(),
  password: z.string().min(8, "must have at least 8 characters").max(1024).optional(),
  email: z.email().max(254).optional(),
  /** The team's name. */
  team: line(128),
  roles: z
    .array(z.enum(Role))
    .min(1)
    .max(4)
    .transform((roles) => [...new Set(roles)]),
  /** Names of the teams that the user supervises. */
  supervises: z.array(line(128)).max(500).default([]),
});
export type CreateUser = z.output<typeof CreateUser>;

const searchLength = 128;

export const FindUsers = z.object({
  search: z
    .string()
    .default("")
    .transform((text) =>
      text
        .replaceAll(/\p{Cc}/gu, " ")
        .trim()
        .slice(0, searchLength),
    ),
  after: z.string().max(512).optional(),
  sort: z.string().max(256).default(""),
});
export type FindUsers = z.output<typeof FindUsers>;
