import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { beat } from "@/lib/seats/beat";
import { signOut } from "@/lib/sessions/commands";
import { listInstallations } from "@/lib/sessions/devices";
import { getSession, listSessions, sessionFacets } from "@/lib/sessions/history";
import { formatPosition } from "@/lib/sessions/position";
import { signedInDays } from "@/lib/sessions/queries";
import { SessionFilter, SessionsQuery } from "@/lib/sessions/schema";
import { signIn } from "@/lib/sessions/sign-in";
import { sweepSilent } from "@/lib/sessions/sweep";
import type { User } from "@/prisma/generated/client";
import { passInClock } from "./clock";
import { desktop, person, phone, sessionsOf, signedIn } from "./people";

const day = 86_400;
const coded = { ...phone, device: "iPhone10,2", version: "2.17.58" };
const stranger: Actor = { kind: "person", id: null, roles: ["supervisor"], scope: [crypto.randomUUID()] };

let clock: Awaited<ReturnType<typeof passInClock>>;
let user: User;

async function wait(seconds: number) {
  await clock.advance(seconds);
  await db.$executeRaw`update gateway_beat set beat_at = ledger_now()`;
}

/** One a day: a phone, the same model told by its code, a desktop, in turn; the last one is still open. */
beforeAll(async () => {
  clock = await passInClock(new Date("2026-11-01T08:00:00Z"));
  await beat();
  user = await person();
  for (let index = 0; index < 12; index++) {
    const client = [phone, coded, desktop][index % 3] ?? phone;
    const { sessionId } = await signedIn(user.username, { client });
    await wait(3600);
    if (index < 11) await signOut({ id: sessionId, userId: user.id });
    await wait(day - 3600);
  }
});

const filtered = (filter: Record<string, unknown>) => SessionFilter.parse(filter);

async function idsOf(filter: Record<string, unknown>, limit = 50) {
  const found: string[] = [];
  let before: { loginAt: Date; id: string } | undefined;
  for (;;) {
    const page = await listSessions(bootstrapToken, user.username, {
      limit,
      before,
      filter: filtered(filter),
    });
    if (!page.ok) throw new Error(page.code);
    found.push(...page.value.items.map((row) => row.id));
    const last = page.value.items.at(-1);
    if (!page.value.more || !last) return found;
    before = last;
  }
}

async function countOf(filter: Record<string, unknown>) {
  const ids = await idsOf(filter);
  const { matching } = await sessionFacets(bootstrapToken, user.id, filtered(filter));
  expect(matching).toBe(ids.length);
  return ids.length;
}

describe("a filtered history", () => {
  test.each([
    [{}, 12],
    [{ platform: "mobile" }, 8],
    [{ platform: ["Desktop", "mobile"] }, 12],
    [{ version: "2.17.58" }, 4],
    [{ device: "iPhone 8 Plus" }, 8],
    [{ device: "Chrome" }, 4],
    [{ platform: "mobile", device: "Chrome" }, 0],
    [{ cause: "signed_out" }, 11],
    [{ cause: ["taken_over", "inactivity"] }, 0],
    [{ from: "2026-11-12T00:00:00Z" }, 1],
    [{ to: "2026-11-04T00:00:00+00:00" }, 3],
    [{ from: "2026-11-02T00:00:00Z", to: "2026-11-05T00:00:00Z", platform: "mobile" }, 2],
  ])("%j", async (filter, count) => {
    expect(await countOf(filter)).toBe(count);
  });

  test("a device may also be meant by its code, a browser with its version", async () => {
    expect(await idsOf({ device: "iPhone10,2" })).toHaveLength(4);
    expect(await idsOf({ device: "Chrome 126" })).toHaveLength(4);
    expect(await idsOf({ device: "Chrome 125" })).toHaveLength(0);
  });

  test("a session that touches an edge of the range is in it, one that ended there is not", async () => {
    const [first] = await sessionsOf(user.id);
    const at = (date: Date | null | undefined, plusMs = 0) =>
      new Date((date?.getTime() ?? 0) + plusMs).toISOString();
    expect(await idsOf({ from: at(first?.loginAt, 60_000), to: at(first?.loginAt, 120_000) })).toHaveLength(
      1,
    );
    expect(await idsOf({ from: at(first?.logoutAt), to: at(first?.logoutAt, 1000) })).toHaveLength(0);
    expect(await idsOf({ from: at(first?.logoutAt, -1), to: at(first?.logoutAt) })).toHaveLength(1);
    expect(await idsOf({ from: at(first?.loginAt, -1000), to: at(first?.loginAt) })).toHaveLength(0);
  });

  test.each([1, 3, 5])("pages of %i neither lose nor repeat a session", async (limit) => {
    const filter = { platform: "mobile", cause: "signed_out" };
    const whole = await idsOf(filter);
    expect(whole.length).toBeGreaterThan(5);
    expect(await idsOf(filter, limit)).toEqual(whole);
  });

  test("what there is to choose is counted under the other filters", async () => {
    const facets = await sessionFacets(bootstrapToken, user.id, filtered({ platform: "desktop" }));
    expect(facets.platform).toEqual([
      { value: "desktop", count: 4 },
      { value: "mobile", count: 8 },
    ]);
    expect(facets.device).toEqual([
      { value: "Chrome", count: 4 },
      { value: "iPhone 8 Plus", count: 0 },
    ]);
    expect(facets.version.map(({ value }) => value)).toEqual(["5.24.99", "2.17.60", "2.17.58"]);
    expect([facets.all, facets.matching]).toEqual([12, 4]);
  });

  test("a supervisor of another team is refused, also by a session's id", async () => {
    const [session] = await sessionsOf(user.id);
    const filter = filtered({ platform: "mobile" });
    expect(await listSessions(stranger, user.username, { limit: 5, filter })).toMatchObject({
      code: "not-found",
    });
    expect(await getSession(stranger, user.username, session?.id ?? "")).toMatchObject({ code: "not-found" });
    expect(await sessionFacets(stranger, user.id, filter)).toMatchObject({
      all: 0,
      matching: 0,
      first: null,
    });
    expect(await listInstallations(stranger, user.id)).toEqual([]);
    const days = await signedInDays(stranger, user.id, { timeZone: "UTC", count: 30 });
    expect(days.every((day) => day.desktopMs + day.mobileMs === 0)).toBe(true);
    const agent: Actor = { ...stranger, roles: ["agent"], scope: "all" };
    await expect(sessionFacets(agent, user.id, filter)).rejects.toThrow(AppError);
    await expect(listInstallations(agent, user.id)).rejects.toThrow(AppError);
  });

  test("a session is somebody's: under another name it is not there", async () => {
    const [session] = await sessionsOf(user.id);
    const other = await person();
    expect(await getSession(bootstrapToken, other.username, session?.id ?? "")).toMatchObject({
      code: "not-found",
    });
    expect(await getSession(bootstrapToken, user.username, session?.id ?? "")).toMatchObject({ ok: true });
  });
});

test.each([
  [{ platform: "pager" }, "platform.0"],
  [{ cause: "bored" }, "cause.0"],
  [{ from: "yesterday" }, "from"],
  [{ from: "0001-01-01T00:00:00Z" }, "from"],
  [{ from: "2026-11-02T00:00:00Z", to: "2026-11-02T00:00:00Z" }, "to"],
  [{ colour: "red" }, ""],
])("%j is no query", (query, path) => {
  expect(SessionsQuery.safeParse(query).error?.issues[0]?.path.join(".")).toBe(path);
});

describe("what came before and after", () => {
  test("who took over is told whole, also where a filter hides it", async () => {
    const agent = await person();
    await signedIn(agent.username, { client: phone });
    await wait(60);
    const { sessionId } = await signedIn(agent.username, { client: desktop });
    const page = await listSessions(bootstrapToken, agent.username, {
      limit: 5,
      filter: filtered({ platform: "mobile" }),
    });
    if (!page.ok) throw new Error(page.code);
    expect(page.value.items).toMatchObject([
      { cause: "taken_over", replacedBy: { id: sessionId, version: "5.24.99", browserName: "Chrome" } },
    ]);
  });

  test("a resumed session and the lost one know each other", async () => {
    const agent = await person();
    const { token } = await signedIn(agent.username, { client: desktop });
    await wait(61);
    await sweepSilent();
    await signIn({ resume: token, client: desktop }, { ip: null, userAgent: null }, null);
    const page = await listSessions(bootstrapToken, agent.username, { limit: 5 });
    if (!page.ok) throw new Error(page.code);
    const [second, first] = page.value.items;
    expect(second?.resumedFrom).toEqual({ id: first?.id, logoutAt: first?.logoutAt });
    expect(first?.resumedBy).toEqual({ id: second?.id, loginAt: second?.loginAt });
    expect(first?.replacedBy).toBeNull();
    expect(formatPosition(first ?? { loginAt: new Date(0), id: "" })).toContain(first?.id);
  });
});

test("installations tell when they were first and last seen, the one in use first", async () => {
  const agent = await person();
  const first = await signedIn(agent.username, { client: desktop });
  await wait(10);
  await signOut({ id: first.sessionId, userId: agent.id });
  await wait(50);
  await signedIn(agent.username, { client: coded });
  const again = await listInstallations(bootstrapToken, agent.id);
  expect(again).toMatchObject([
    { device: "iPhone10,2", inUse: true, sessions: 1 },
    { device: "Chrome", inUse: false, sessions: 1 },
  ]);
  const [, chrome] = again;
  expect(chrome?.firstSeenAt).toEqual(first.loginAt);
  expect(chrome?.lastSeenAt.getTime()).toBeGreaterThanOrEqual(first.loginAt.getTime());
});
