import type { Term } from "@/lib/keyset";
import { Prisma } from "@/prisma/generated/client";
import type { UserSort, UserSortKey } from "./schema";

/** `falls`: what is less comes last where the list rises. */
type Expression = Omit<Term, "desc"> & { falls?: boolean };

const text = (expression: Prisma.Sql): Expression => ({
  expression: Prisma.sql`(${expression}) collate "natural"`,
  type: "text",
});

/** What users can be sorted by, over the tables that `fromUsers` joins. */
const keys = {
  name: [text(Prisma.sql`u.name`)],
  username: [text(Prisma.sql`u.username`)],
  personnelNumber: [text(Prisma.sql`u.personnel_number`)],
  email: [text(Prisma.sql`u.email`)],
  team: [text(Prisma.sql`t.name`)],
  state: [
    {
      expression: Prisma.sql`case when s.open then array_position(array['ready', 'busy', 'after_call_work', 'not_ready'],
        s.state::text) else 5 end`,
      type: "int",
    },
  ],
  app: [
    { expression: Prisma.sql`(s.platform::text) collate "C"`, type: "text" },
    text(Prisma.sql`s.version`),
    text(Prisma.sql`s.build`),
  ],
  os: [text(Prisma.sql`s.os_name`), text(Prisma.sql`s.os_version`)],
  device: [text(Prisma.sql`coalesce(s.device, s.browser_name)`), text(Prisma.sql`s.browser_version`)],
  since: [
    { expression: Prisma.sql`case when s.open then s.login_at else s.logout_at end`, type: "timestamptz" },
  ],
  lastSeen: [{ expression: Prisma.sql`l.last_seen_at`, type: "timestamptz" }],
  // The shortest time in a state is that which began last.
  timeInState: [
    { expression: Prisma.sql`case when s.open then s.state_since end`, type: "timestamptz", falls: true },
  ],
  created: [{ expression: Prisma.sql`u.created_at`, type: "timestamptz" }],
} satisfies Record<UserSortKey, Expression[]>;

/** The terms of an order; what is equal in all of them goes by name, then id. */
export function termsOf(sort: UserSort): Term[] {
  const wanted = sort.flatMap(({ id, desc }) =>
    keys[id].map(({ falls = false, ...key }: Expression): Term => ({ ...key, desc: desc !== falls })),
  );
  const byName = sort.some(({ id }) => id === "name")
    ? []
    : keys.name.map((key): Term => ({ ...key, desc: false }));
  return [...wanted, ...byName, { expression: Prisma.sql`u.id`, type: "uuid", desc: false }];
}
