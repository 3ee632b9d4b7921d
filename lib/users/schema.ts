import { z } from "zod";
import { many, readList, sortedBy } from "@/lib/list-params";
import { contacts } from "@/lib/seats/silence";
import { line, normalLine, SearchText } from "@/lib/text";
import { Platform, Role } from "@/prisma/generated/enums";

// Pages of the console stand at these addresses, beside those of users.
const reserved = ["new", "import"];

export const Username = normalLine(64)
  .regex(/^\S+$/, "must not contain spaces")
  .regex(/[\p{L}\p{N}]/u, "must contain a letter or a digit")
  .refine((name) => !reserved.includes(name.toLowerCase()), "is a word that Rollcall needs for itself");

const fields = {
  username: Username,
  name: line(128),
  personnelNumber: line(64),
  email: z.email("must be an e-mail address").max(254),
  /** The team's name. */
  team: line(128),
  roles: z
    .array(z.enum(Role))
    .min(1, "must have at least one role")
    .max(4)
    .transform((roles) => [...new Set(roles)]),
  /** Names of the teams that the user supervises. */
  supervises: z.array(line(128)).max(500),
};

export const CreateUser = z.strictObject({
  ...fields,
  personnelNumber: fields.personnelNumber.optional(),
  email: fields.email.optional(),
  supervises: fields.supervises.default([]),
  password: z.string().min(8, "must have at least 8 characters").max(1024).optional(),
  /** Whether that password is good for nothing but setting another one. */
  mustChangePassword: z.boolean().default(false),
  /** Instead of a password: a link by which the person sets one. */
  link: z.boolean().default(false),
});
export type CreateUser = z.output<typeof CreateUser>;

/** Who somebody is and what they may do. */
export const Profile = z.strictObject({
  ...fields,
  personnelNumber: fields.personnelNumber.nullable(),
  email: fields.email.nullable(),
});
export type Profile = z.output<typeof Profile>;

/** What may change of a user. */
export const ChangeUser = z.strictObject({ ...Profile.shape, disabled: z.boolean() }).partial();
export type ChangeUser = z.output<typeof ChangeUser>;

/** The same from a screen: `was` is what stood there when the change began, so that nobody's change is overwritten unseen. */
export const EditUser = z.strictObject({
  user: line(256),
  change: Profile.partial(),
  was: Profile.partial(),
});
export type EditUser = z.output<typeof EditUser>;

/** So many that disabling them, sessions and all, takes well under a second. */
export const mostAtOnce = 50;

export const SomeAccounts = z.strictObject({ usernames: z.array(line(256)).min(1).max(mostAtOnce) });
export type SomeAccounts = z.output<typeof SomeAccounts>;

export const SetDisabled = SomeAccounts.extend({ disabled: z.boolean() });
export type SetDisabled = z.output<typeof SetDisabled>;

/** So many can be counted by name; of more, a screen shows no figures. */
export const mostCounted = 1000;

export const SomeUsers = z.strictObject({ usernames: z.array(line(256)).max(mostCounted) });
export type SomeUsers = z.output<typeof SomeUsers>;

/** Which users a list shows: those that have one of the values of each filter. The app is that of the open or last session. */
export const UserFilter = z.object({
  /** Ids or names. */
  team: many(line(128)),
  role: many(z.enum(Role)),
  signedIn: many(z.enum(["true", "false"])),
  platform: many(z.string().toLowerCase().pipe(z.enum(Platform))),
  version: many(line(64)),
  /** Whether its app is older than the newest release that this person is offered. */
  outdated: many(z.enum(["true", "false"])),
  /** `iOS 14.8` */
  os: many(line(128)),
  /** `iPhone 8 Plus`, `Chrome 126` */
  device: many(line(128)),
  contact: many(z.enum(contacts)),
  account: many(z.enum(["active", "disabled"])),
});
export type UserFilter = z.output<typeof UserFilter>;

export const userFilterIds = UserFilter.keyof().options;

export const userSortKeys = [
  "name",
  "username",
  "personnelNumber",
  "email",
  "team",
  "state",
  "app",
  "os",
  "device",
  "since",
  "lastSeen",
  "timeInState",
  "created",
] as const;
export type UserSortKey = (typeof userSortKeys)[number];

export const UserSort = sortedBy(userSortKeys);
export type UserSort = z.output<typeof UserSort>;

/** Rows of the list from place `from` on, as the screen asks for them while it is scrolled. */
export const mostRows = 1000;

const listed = { search: SearchText.default(""), sort: UserSort, ...UserFilter.shape };
const apart = <L extends { search: string; sort: UserSort } & UserFilter>({
  search,
  sort,
  ...filter
}: L) => ({
  search,
  sort,
  filter,
});

export const UserList = z.object(listed).transform(apart);
export type UserList = z.output<typeof UserList>;

export const UserRows = z
  .object({
    ...listed,
    from: z.coerce.number().int().min(0).max(10_000_000),
    count: z.coerce.number().int().min(1).max(mostRows),
  })
  .transform(({ from, count, ...list }) => ({ from, count, ...apart(list) }));
export type UserRows = z.output<typeof UserRows>;

/** A page of the list, as a query string asks for it. */
export const UserPage = z
  .strictObject({
    ...listed,
    limit: z.coerce.number().int().min(1).max(500).default(50),
    cursor: z.string().max(4096).optional(),
  })
  .transform(({ limit, cursor, ...list }) => ({ limit, cursor, ...apart(list) }));
export type UserPage = z.output<typeof UserPage>;

/** The list that an address asks for; what is wrong in it is left out. */
export const readUserList = (params: Record<string, unknown>): UserList => apart(readList(listed, params));
