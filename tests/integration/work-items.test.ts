import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { MailContent } from "@/lib/mail/schema";
import { escalateRelease, withdrawRelease } from "@/lib/releases/course";
import { beat } from "@/lib/seats/beat";
import { changeSettings } from "@/lib/settings/commands";
import { changeTeam } from "@/lib/teams/commands";
import { acknowledgeWorkItem } from "@/lib/work-items/commands";
import { closeDoneWorkItems } from "@/lib/work-items/done";
import { sweepWorkItems } from "@/lib/work-items/sweep";
import type { User } from "@/prisma/generated/client";
import { passInClock } from "./clock";
import { person, signedIn } from "./people";
import { published, versioned, withdrawAll } from "./releases";
import { audited, newTeam } from "./teams";

const start = new Date("2026-11-26T12:00:00Z");
const hours = (count: number) => new Date(start.getTime() + count * 3_600_000);
let clock: Awaited<ReturnType<typeof passInClock>>;
let publisher: User;
let owner: User;
let team: Awaited<ReturnType<typeof newTeam>>;

// Nothing is sent here: see mail.test.ts.
process.env.SMTP_URL = "smtp://127.0.0.1:1";
process.env.MAIL_FROM = "rollcall@centre.example";

let teams = 0;

beforeAll(async () => {
  clock = await passInClock(start);
  publisher = await person({ roles: ["administrator"], email: "publisher@centre.example" });
});

beforeEach(async () => {
  await clock.set(start);
  await withdrawAll();
  await db.workItem.deleteMany();
  await db.mail.deleteMany();
  await db.installation.deleteMany();
  await db.user.updateMany({
    where: { roles: { has: "administrator" }, id: { not: publisher.id } },
    data: { disabledAt: start },
  });
  await beat();
  owner = await person({ roles: ["administrator"], email: `owner${++teams}@centre.example` });
  team = await newTeam();
  await changeTeam(bootstrapToken, {
    id: team.id,
    packageDeployment: true,
    responsible: [owner.username],
  });
  for (let phones = 0; phones < 2; phones++) await signedIn((await person({ team: team.name })).username);
});

const item = () => db.workItem.findFirstOrThrow({ where: { teamId: team.id } });

/** What was written to whom since the last look. */
async function mails() {
  const rows = await db.mail.findMany({ include: { user: true } });
  await db.mail.deleteMany();
  return rows
    .map(({ user, content }) => ({ to: user?.username ?? "", ...MailContent.parse(content) }))
    .toSorted((a, b) => a.to.localeCompare(b.to));
}

const toldTo = async (code: MailContent["code"], ...users: User[]) =>
  expect((await mails()).map((mail) => [mail.to, mail.code])).toEqual(
    users.map(({ username }) => [username, code]).toSorted(),
  );

test("who is responsible is told of a new one, and again once it is mandatory", async () => {
  const release = await published();
  await sweepWorkItems();
  await sweepWorkItems();
  expect(await mails()).toEqual([
    {
      to: owner.username,
      code: "work-item-recommended",
      team: team.name,
      channel: "ios",
      release: "v2.18.0",
      devices: 2,
      madeAt: start.toISOString(),
      signOutAt: null,
      timeZone: "Europe/Berlin",
    },
  ]);
  await escalateRelease(bootstrapToken, { id: release.id });
  await sweepWorkItems();
  expect(await mails()).toMatchObject([
    { to: owner.username, code: "work-item-mandatory", devices: 2, signOutAt: hours(7 * 24).toISOString() },
  ]);
});

test("one that nobody takes on in time escalates, once", async () => {
  await published();
  await sweepWorkItems();
  await mails();
  await clock.set(new Date(hours(24).getTime() - 1));
  await sweepWorkItems();
  expect(await mails()).toEqual([]);
  expect(await item()).toMatchObject({ escalatedAt: null });
  await clock.set(hours(24));
  await sweepWorkItems();
  await sweepWorkItems();
  await toldTo("work-item-escalated", owner, publisher);
  const { id, escalatedAt } = await item();
  expect(escalatedAt).toEqual(hours(24));
  expect(await audited(id)).toMatchObject([{ verb: "work-item.escalate", actorKind: "rule", actorId: null }]);
});

test("one that is taken on does not, nor one of a withdrawn release", async () => {
  const actor: Actor = { kind: "person", id: owner.id, roles: ["administrator"], scope: "all" };
  await published();
  await acknowledgeWorkItem(actor, { id: (await item()).id });
  await clock.set(hours(25));
  await sweepWorkItems();
  expect(await item()).toMatchObject({ escalatedAt: null });
  await db.workItem.deleteMany();
  const { id } = await published({ version: "2.19.0" });
  await withdrawRelease(bootstrapToken, { id });
  await clock.set(hours(50));
  await sweepWorkItems();
  expect(await item()).toMatchObject({ escalatedAt: null });
});

test("nor one where everybody is updated by then", async () => {
  await published();
  for (const { username } of await db.user.findMany({ where: { teamId: team.id } }))
    await signedIn(username, { client: versioned("2.18.0") });
  await clock.set(hours(25));
  await sweepWorkItems();
  expect(await item()).toMatchObject({ escalatedAt: null });
});

test("how long one waits is a setting", async () => {
  await changeSettings(bootstrapToken, { acknowledgeMinutes: 120 });
  await published();
  await clock.set(hours(2));
  await sweepWorkItems();
  expect(await item()).toMatchObject({ escalatedAt: hours(2) });
  await changeSettings(bootstrapToken, { acknowledgeMinutes: 1440 });
});

test("where nobody is responsible it escalates at once; somebody who is disabled is nobody", async () => {
  await db.user.update({ where: { id: owner.id }, data: { disabledAt: start } });
  await published({ kind: "mandatory" });
  await sweepWorkItems();
  await sweepWorkItems();
  await toldTo("work-item-unowned", publisher);
  expect(await item()).toMatchObject({ escalatedAt: start });
});

test("several gateways escalate it once, and one that dies on the way leaves it whole to the next", async () => {
  await published();
  await sweepWorkItems();
  await mails();
  await clock.set(hours(24));
  // Its connection breaks between the mails and the end of the transaction.
  const dying = db.$transaction(async (tx) => {
    await tx.$executeRaw`update work_item set escalated_at = ledger_now()`;
    await tx.$executeRaw`select pg_terminate_backend(pg_backend_pid())`;
  });
  await expect(dying).rejects.toThrow();
  expect(await item()).toMatchObject({ escalatedAt: null });
  await Promise.all([sweepWorkItems(), sweepWorkItems(), sweepWorkItems()]);
  await toldTo("work-item-escalated", owner, publisher);
  expect(await audited((await item()).id)).toHaveLength(1);
});

describe("once every device is updated", () => {
  const updateAll = async () => {
    for (const { username } of await db.user.findMany({ where: { teamId: team.id } }))
      await signedIn(username, { client: versioned("2.18.0") });
  };
  const minutes = (count: number) => hours(count / 60);
  const owed = ["work-item.close", "work-item.reopen"];
  const rules = async () =>
    (await audited((await item()).id)).filter(
      ({ verb, actorKind }) => owed.includes(verb) && actorKind === "rule",
    );

  test("it closes by itself, once; one that was just made, or is owed somewhere, does not", async () => {
    await published();
    await clock.set(minutes(5));
    await closeDoneWorkItems();
    expect(await item()).toMatchObject({ closedAt: null });
    await updateAll();
    await db.workItem.updateMany({ data: { madeAt: new Date(minutes(5).getTime() - 59_999) } });
    await closeDoneWorkItems();
    expect(await item()).toMatchObject({ closedAt: null });
    await clock.advance(1);
    await Promise.all([closeDoneWorkItems(), closeDoneWorkItems()]);
    expect(await item()).toMatchObject({ closedAt: expect.any(Date) });
    expect(await rules()).toMatchObject([{ verb: "work-item.close", actorId: null }]);
    const actor: Actor = { kind: "person", id: owner.id, roles: ["administrator"], scope: "all" };
    expect(await acknowledgeWorkItem(actor, { id: (await item()).id })).toMatchObject({
      code: "work-item-closed",
    });
  });

  test("also where they owe another release by now", async () => {
    await published();
    await updateAll();
    const newer = await published({ version: "2.19.0" });
    await clock.set(minutes(5));
    await closeDoneWorkItems();
    const items = await db.workItem.findMany({ where: { teamId: team.id }, orderBy: { madeAt: "asc" } });
    expect(items.filter(({ closedAt }) => closedAt === null)).toMatchObject([{ releaseId: newer.id }]);
    expect(items).toHaveLength(2);
  });

  test("it opens again where an older version turns up, and is told anew", async () => {
    await published({ kind: "mandatory" });
    await sweepWorkItems();
    await updateAll();
    await clock.set(minutes(5));
    await closeDoneWorkItems();
    await mails();
    await signedIn((await person({ team: team.name })).username);
    await clock.set(minutes(10));
    await closeDoneWorkItems();
    expect(await item()).toMatchObject({
      closedAt: null,
      madeAt: minutes(10),
      signOutAt: minutes(7 * 24 * 60 + 10),
    });
    await sweepWorkItems();
    expect(await mails()).toMatchObject([{ to: owner.username, code: "work-item-mandatory", devices: 1 }]);
    expect((await rules()).map(({ verb }) => verb)).toEqual(owed);
  });

  test("one of a withdrawn release stays closed", async () => {
    const { id } = await published();
    await withdrawRelease(bootstrapToken, { id });
    const { closedAt } = await item();
    await clock.set(minutes(5));
    await closeDoneWorkItems();
    expect(await item()).toMatchObject({ closedAt });
    expect(await rules()).toEqual([]);
  });
});
