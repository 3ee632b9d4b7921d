import { beforeAll, beforeEach, expect, test } from "vitest";
import { forgetOldFailures } from "@/lib/auth/throttle";
import { db } from "@/lib/db";
import { signIn } from "@/lib/sessions/sign-in";
import { passInClock } from "./clock";
import { password, person, phone, signedIn } from "./people";

let clock: Awaited<ReturnType<typeof passInClock>>;

beforeAll(async () => {
  clock = await passInClock(new Date("2026-11-22T12:00:00Z"));
});
beforeEach(async () => {
  await db.failedSignIn.deleteMany();
});

const from = (ip: string) => ({ ip, userAgent: "test" });
const try_ = (username: string, ip: string, given = "wrong") =>
  signIn({ username, password: given, client: phone }, from(ip));
async function fails(times: number, username: string, ip: string) {
  for (let count = 0; count < times; count++)
    expect(await try_(username, ip)).toMatchObject({ code: "invalid-credentials" });
}
const refused = { code: "too-many-attempts", detail: { retryAfterSeconds: 900 } };

test("after ten failures the right password has to wait, too", async () => {
  const { username } = await person();
  await fails(10, username, "10.0.0.1");
  expect(await try_(username, "10.0.0.1", password)).toMatchObject(refused);
  await clock.advance(901);
  expect(await try_(username, "10.0.0.1", password)).toMatchObject({ ok: true });
});

test("a name that nobody has is counted in the same way", async () => {
  await fails(10, "nobody", "10.0.0.1");
  expect(await try_("NOBODY", "10.0.0.1")).toMatchObject(refused);
});

test("one name's failures do not lock out the others at the address", async () => {
  const [one, other] = [await person(), await person()];
  await fails(10, one.username, "10.0.0.1");
  expect(await try_(other.username, "10.0.0.1", password)).toMatchObject({ ok: true });
});

test("a stranger's failures do not lock out a name where it is known", async () => {
  const one = await person();
  await signedIn(one.username);
  // 50 wrong ones from all over the world: the name is closed to strangers, and open where it is known.
  for (let net = 0; net < 5; net++) await fails(10, one.username, `203.0.113.${net}`);
  expect(await try_(one.username, "198.51.100.7")).toMatchObject(refused);
  expect(await try_(one.username, "10.1.2.3", password)).toMatchObject({ code: "seat-taken" });
});

test("who tries many names from one address is stopped, and whoever is known there is not", async () => {
  const known = await person();
  await signedIn(known.username);
  for (let name = 0; name < 100; name++) await fails(1, `guess${name}`, "10.1.2.3");
  expect(await try_("guess-again", "10.1.2.3")).toMatchObject(refused);
  expect(await try_(known.username, "10.1.2.3", password)).toMatchObject({ code: "seat-taken" });
});

test("a success clears its own failures and leaves no trace in the address's count", async () => {
  const { username } = await person();
  await fails(9, username, "10.0.0.1");
  expect(await try_(username, "10.0.0.1", password)).toMatchObject({ ok: true });
  const rows = await db.failedSignIn.findMany();
  // Nine by name and nine by address stay: they may be a stranger's.
  expect(rows.map(({ count }) => count).sort()).toEqual([9, 9]);
});

test("what is refused leaves nothing behind", async () => {
  for (let name = 0; name < 100; name++) await fails(1, `guess${name}`, "10.0.0.1");
  const before = await db.failedSignIn.count();
  for (let name = 100; name < 120; name++)
    expect(await try_(`guess${name}`, "10.0.0.1")).toMatchObject(refused);
  expect(await db.failedSignIn.count()).toBe(before);
});

test("guesses in parallel are all counted before the first is verified", async () => {
  const { username } = await person();
  const answers = await Promise.all(Array.from({ length: 40 }, () => try_(username, "10.0.0.1")));
  expect(answers.filter((one) => !one.ok && one.code === "invalid-credentials")).toHaveLength(10);
});

test("an IPv6 network counts as one address", async () => {
  await fails(5, "nobody", "2001:db8:1:2::1");
  await fails(5, "nobody", "2001:db8:1:2:ffff::9");
  expect(await try_("nobody", "2001:db8:1:2:3:4:5:6")).toMatchObject(refused);
  expect(await try_("nobody", "2001:db8:1:3::1")).toMatchObject({ code: "invalid-credentials" });
});

test("what was typed is not kept, and old counts are forgotten", async () => {
  await fails(1, "a-password-in-the-wrong-field", "10.0.0.1");
  const [row] = await db.failedSignIn.findMany({
    where: { address: "10.0.0.1" },
    orderBy: { nameHash: "desc" },
  });
  expect(Buffer.from(row?.nameHash ?? []).toString()).not.toContain("password");
  await clock.advance(901);
  await forgetOldFailures();
  expect(await db.failedSignIn.count()).toBe(0);
});

test("an unknown name takes as long as a wrong password", async () => {
  const { username } = await person();
  const tookMs = async (name: string) => {
    const from = performance.now();
    await signIn({ username: name, password: "wrong", client: phone }, { ip: null, userAgent: null });
    return performance.now() - from;
  };
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let turn = 0; turn < 9; turn++) {
    times.known.push(await tookMs(username));
    times.unknown.push(await tookMs("nobody"));
  }
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[4] ?? 0;
  const ratio = median(times.unknown) / median(times.known);
  // Without the work of verifying it would be a tenth.
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});
