import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { wokenByPush } from "@/lib/push/reach";
import { contactIs } from "@/lib/seats/queries";
import { contact, contacts } from "@/lib/seats/silence";
import { countUsers, listUsers } from "@/lib/users/list";
import { UserList } from "@/lib/users/schema";
import { Prisma, type User } from "@/prisma/generated/client";
import { person, phone, signedIn } from "./people";

beforeAll(() => {
  process.env.PUSH_WEBHOOK_URL = "https://push.example";
  process.env.PUSH_WEBHOOK_SECRET = "a secret that only the sender of pushes knows";
});

type Case = {
  quietMs: number;
  connected: boolean;
  onInteraction: boolean;
  leaseSeconds: number | null;
  found: "nowhere" | "by id" | "by address";
  refusedMs: number | null;
};

/** Has the person's seat, sign of life and installation say so. */
async function put({ id }: User, { connected, onInteraction, leaseSeconds, found, ...given }: Case) {
  const streamId = connected ? randomUUID() : null;
  const installId = found === "by id" ? randomUUID() : null;
  const pushToken = found === "by address" ? "fcm:1" : null;
  const channel = leaseSeconds === null ? "ios" : "desktop";
  await db.$executeRaw`
    with seen as (
      update sign_of_life set last_seen_at = ledger_now() - ${given.quietMs} * interval '1 ms', heartbeat_seconds = 5,
        lease_seconds = ${leaseSeconds}::int, interaction_lease_seconds = ${leaseSeconds}::int + 30
      where user_id = ${id}::uuid returning last_seen_at as at
    ), seated as (
      update seat set stream_id = ${streamId}::uuid, open_interactions = ${onInteraction ? 1 : 0} where user_id = ${id}::uuid
    )
    update installation set channel = ${channel}::channel, install_id = ${installId}::uuid, push_token = ${pushToken},
      push_refused_at = seen.at + ${given.refusedMs}::int * interval '1 ms' from seen where user_id = ${id}::uuid`;
}

const silent: Case = {
  quietMs: 120_000,
  connected: false,
  onInteraction: false,
  leaseSeconds: null,
  found: "by address",
  refusedMs: null,
};

test("contact in SQL is contact as the rule has it", async () => {
  const user = await person();
  await signedIn(user.username);
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        quietMs: fc.integer({ min: 0, max: 120_000 }),
        connected: fc.boolean(),
        onInteraction: fc.boolean(),
        leaseSeconds: fc.option(fc.integer({ min: 2, max: 60 })),
        found: fc.constantFrom("nowhere", "by id", "by address"),
        refusedMs: fc.option(fc.integer({ min: -1000, max: 1000 })),
      }),
      fc.integer({ min: 10, max: 90 }),
      async (given, mobileSilenceSeconds) => {
        await put(user, given);
        const sign = await db.signOfLife.findUniqueOrThrow({ where: { userId: user.id } });
        const installation = await db.installation.findFirstOrThrow({ where: { userId: user.id } });
        const woken = wokenByPush(installation, sign.lastSeenAt);
        const { connected, onInteraction } = given;
        const rule = async () => {
          const now = await databaseNow(db);
          return contact(sign, { connected, woken, onInteraction, mobileSilenceSeconds, now });
        };
        const before = await rule();
        // All kinds in one look: between two of them the clock may cross a limit.
        const kinds = contacts.map(
          (kind) => Prisma.sql`case when ${contactIs([kind], mobileSilenceSeconds)} then ${kind} end`,
        );
        const [row] = await db.$queryRaw<[{ told: string[] }]>`
          select array_remove(array[${Prisma.join(kinds)}]::text[], null) as told
          from seat s join sign_of_life l on l.user_id = s.user_id
          join installation i on i.id = s.installation_id where s.user_id = ${user.id}::uuid`;
        // Where it did so between the looks of the two, either answer is right.
        expect([[before], [await rule()]]).toContainEqual(row.told);
      },
    ),
    { numRuns: 80 },
  );
});

test("a phone is asleep while a push would wake it, and found by that", async () => {
  const user = await person();
  await signedIn(user.username, { client: { ...phone, pushToken: "fcm:1" } });
  const told = async () => {
    const [row] = await listUsers(bootstrapToken, {
      ...UserList.parse({ search: user.username }),
      from: 0,
      count: 1,
    });
    const found = UserList.parse({ search: user.username, contact: "asleep" });
    const { total } = await countUsers(bootstrapToken, found);
    return { contact: row?.contact, found: total };
  };
  await put(user, silent);
  expect(await told()).toEqual({ contact: "asleep", found: 1 });
  await put(user, { ...silent, refusedMs: 1 });
  expect(await told()).toEqual({ contact: "silent", found: 0 });
  // It was refused before the phone was last in touch.
  await put(user, { ...silent, refusedMs: -1 });
  expect(await told()).toEqual({ contact: "asleep", found: 1 });
  await put(user, { ...silent, found: "nowhere" });
  expect(await told()).toEqual({ contact: "silent", found: 0 });
});
