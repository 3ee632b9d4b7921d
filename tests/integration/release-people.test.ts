import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { adoptionOf, adoptionPeople } from "@/lib/releases/adoption";
import { escalationPeople, previewEscalation } from "@/lib/releases/escalation";
import { recordPeopleFile } from "@/lib/releases/people-file";
import { previewPeople, previewRelease, previewWider, widerPeople } from "@/lib/releases/preview";
import { EscalationQuery } from "@/lib/releases/schema";
import { others } from "@/lib/releases/series";
import { person, signedIn } from "./people";
import { eachAtNoon, hours, start } from "./release-day";
import { published, versioned } from "./releases";
import { supervisorOf } from "./teams";

const day = eachAtNoon();

type People = { ok: true; value: { items: { name: string; username: string }[] } } | { ok: false };
const usernames = (people: People) => (people.ok ? people.value.items.map(({ username }) => username) : []);

test("a list has everybody whom its figure counts, however many they are", async () => {
  const { id } = await published();
  const app = { userId: day.user.id, channel: "ios", version: "2.17.60" } as const;
  const one = await db.installation.findFirstOrThrow({ where: { userId: day.user.id } });
  await db.installation.createMany({
    data: Array.from({ length: 1200 }, () => ({
      ...{
        ...app,
        id: uuidv7(),
        installId: uuidv7(),
        versionKey: one.versionKey,
        buildKey: one.buildKey,
        lastSeenAt: start,
      },
    })),
  });
  const figures = await previewRelease(bootstrapToken, { id });
  expect(figures).toMatchObject({ value: { counts: { owed: 1201 } } });
  expect(usernames(await previewPeople(bootstrapToken, { id, figure: "owed" }))).toHaveLength(1201);
});

test("what a wider share and an escalation mean has its people as well", async () => {
  const second = await person();
  await signedIn(second.username);
  const { id } = await published({ users: [day.user.username], stagePercent: 0 });
  const both = [day.user, second].map(({ username }) => username).toSorted();

  const wider = { id, percent: 100 };
  expect(await previewWider(bootstrapToken, wider)).toMatchObject({ value: { counts: { owed: 2 } } });
  const reached = await widerPeople(bootstrapToken, { ...wider, figure: "owed" });
  expect(usernames(reached).toSorted()).toEqual(both);
  expect(await widerPeople(bootstrapToken, { id, percent: 0, figure: "owed" })).toMatchObject({
    code: "stage-not-wider",
  });

  const asked = EscalationQuery.parse({ id, at: hours(1).toISOString(), signOut: { mode: "at_once" } });
  expect(await previewEscalation(bootstrapToken, asked)).toMatchObject({
    value: { counts: { signedOutNow: 1 } },
  });
  expect(await escalationPeople(bootstrapToken, asked, "signedOutNow")).toMatchObject({
    value: { items: [{ username: day.user.username, now: { signedIn: true, signOutAt: hours(1.25) } }] },
  });
});

test("each figure of the versions over time has the people who had that version then", async () => {
  const other = await person();
  const adoption = () => adoptionOf(bootstrapToken, { channel: "ios", timeZone: "UTC" });
  const had = (on: string, version: string) =>
    adoptionPeople(bootstrapToken, { channel: "ios", timeZone: "UTC", day: on, version });
  const { user } = day;
  const { version } = await db.seat.findUniqueOrThrow({ where: { userId: user.id } });
  const old = version ?? "";
  const client = versioned("2.18.0", { installId: uuidv7() });
  await signedIn(other.username, { client: { ...client, version: old } });
  await day.clock.set(hours(24));
  await signedIn(other.username, { client });

  const { days } = await adoption();
  expect(days.slice(-2)).toMatchObject([
    { day: "2026-11-26", counts: { [old]: 2 } },
    { day: "2026-11-27", counts: { [old]: 1, "2.18.0": 1 } },
  ]);
  expect(usernames(await had("2026-11-26", old)).toSorted()).toEqual(
    [user.username, other.username].toSorted(),
  );
  expect(usernames(await had("2026-11-27", old))).toEqual([user.username]);
  expect(await had("2026-11-27", "2.18.0")).toMatchObject({
    value: { items: [{ username: other.username, app: { version: "2.18.0" }, now: null }] },
  });
  expect(usernames(await had("2026-11-27", others))).toEqual([]);
  expect(usernames(await had("2026-11-25", old))).toEqual([]);
  expect(await had("2026-10-01", old)).toMatchObject({ code: "not-found" });
});

test("versions that the chart does not tell apart have their people together", async () => {
  const seven = await Promise.all(Array.from({ length: 7 }, () => person()));
  for (const [place, { username }] of seven.entries())
    await signedIn(username, { client: versioned(`3.${place}.0`) });
  const { days } = await adoptionOf(bootstrapToken, { channel: "ios", timeZone: "UTC" });
  const today = days.at(-1);
  const asked = { channel: "ios" as const, timeZone: "UTC", day: today?.day ?? "", version: others };
  const people = usernames(await adoptionPeople(bootstrapToken, asked));
  expect(people.length).toBeGreaterThan(0);
  expect(people).toHaveLength(today?.counts[others] ?? -1);
});

test("a supervisor is told none of it", async () => {
  const actor = supervisorOf(uuidv7());
  const id = uuidv7();
  const asked = [
    () => recordPeopleFile(actor, { subject: id, list: "owed", people: 1 }),
    () => widerPeople(actor, { id, figure: "owed" }),
    () => escalationPeople(actor, { id }, "owed"),
    () => adoptionPeople(actor, { channel: "ios", timeZone: "UTC", day: "2026-11-26", version: "1" }),
  ];
  for (const ask of asked) await expect(ask()).rejects.toMatchObject({ code: "not-allowed" });
});
