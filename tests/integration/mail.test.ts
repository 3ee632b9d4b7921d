import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { wordMail } from "@/gateway/mail";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { retryMails } from "@/lib/mail/commands";
import { failedMails } from "@/lib/mail/failed";
import { mailFigures } from "@/lib/mail/queries";
import type { MailContent } from "@/lib/mail/schema";
import { forgetOldMails, sweepMails } from "@/lib/mail/sweep";
import { writeMails } from "@/lib/mail/write";
import type { User } from "@/prisma/generated/client";
import { passInClock } from "./clock";
import { openMailServer } from "./mail-server";
import { person } from "./people";
import { audited, supervisorOf } from "./teams";

const start = new Date("2026-11-22T15:00:00Z");
const content: MailContent = {
  code: "work-item-mandatory",
  team: "Billing",
  channel: "ios",
  release: "v2.18.0 (2.63102)",
  devices: 2,
  madeAt: start.toISOString(),
  signOutAt: "2026-11-29T15:00:00.000Z",
  timeZone: "Europe/Berlin",
};

let server: Awaited<ReturnType<typeof openMailServer>>;
let clock: Awaited<ReturnType<typeof passInClock>>;
let user: User;
let to: string;

beforeAll(async () => {
  server = await openMailServer({ user: "rollcall", password: "s3cret" });
  process.env.SMTP_URL = server.url;
  process.env.MAIL_FROM = "Rollcall <rollcall@centre.example>";
});
afterAll(() => server.close());

let people = 0;
beforeEach(async () => {
  clock = await passInClock(start);
  await db.mail.deleteMany();
  server.taken.length = 0;
  server.refuse.clear();
  to = `person${++people}@centre.example`;
  user = await person({ email: to });
});

const write = (...users: User[]) =>
  db.$transaction((tx) =>
    writeMails(
      tx,
      users.map(({ id }) => id),
      content,
    ),
  );
const sweep = () => sweepMails(wordMail);
const stored = () => db.mail.findFirstOrThrow();

test("a mail goes out once, from the centre, in words and with a link", async () => {
  await write(user, user);
  expect(await mailFigures(db)).toEqual({ waiting: 1, failed: 0 });
  await sweep();
  await sweep();
  expect(server.taken).toHaveLength(1);
  const [mail] = server.taken;
  const { id } = await stored();
  expect(mail).toMatchObject({
    subject: "iOS v2.18.0 (2.63102) has to be installed for Billing by 29 November 2026 at 16:00",
    messageId: `<${id}@localhost>`,
    from: { text: expect.stringContaining("rollcall@centre.example") },
    to: { text: to },
  });
  expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
  expect(mail?.text).toBe(
    [
      "iOS v2.18.0 (2.63102) is mandatory for Billing, whose apps your IT installs. You are responsible for them.",
      "2 devices have to be updated.",
      "Whoever is on an older version is signed out on 29 November 2026 at 16:00 (Europe/Berlin), and can sign in once the app is updated.",
      "Take it on, and see the list of devices: http://localhost:3000/releases/work-items\n",
    ].join("\n\n"),
  );
  expect(await mailFigures(db)).toEqual({ waiting: 0, failed: 0 });
});

test("what its transaction does not keep is not sent; nor is what nobody can receive", async () => {
  const without = await person();
  const disabled = await person({ email: "gone@centre.example" });
  await db.user.update({ where: { id: disabled.id }, data: { disabledAt: start } });
  await write(without, disabled);
  const failing = db.$transaction(async (tx) => {
    await writeMails(tx, [user.id], content);
    throw new Error("the deed failed");
  });
  await expect(failing).rejects.toThrow("the deed failed");
  expect(await db.mail.count()).toBe(0);
});

test("what is not taken is tried again with longer and longer pauses, and given up after a day", async () => {
  server.refuse.set(to, { code: 451, text: "try again later" });
  await write(user);
  const asked = server.asked;
  await sweep();
  await sweep();
  expect(server.asked - asked).toBe(1);
  await clock.advance(9);
  await sweep();
  expect(server.asked - asked).toBe(1);
  await clock.advance(1);
  await sweep();
  expect(server.asked - asked).toBe(2);
  expect(await stored()).toMatchObject({ attempts: 2, failure: expect.stringContaining("451") });
  for (let tried = 2; tried < 18; tried++) {
    await clock.set((await stored()).nextAt);
    await sweep();
  }
  const given = await stored();
  expect(given).toMatchObject({ attempts: 18, sentAt: null, failure: expect.stringContaining("451") });
  const hours = ((given.givenUpAt?.getTime() ?? 0) - start.getTime()) / 3_600_000;
  expect(hours).toBeGreaterThan(23);
  expect(hours).toBeLessThan(25);
  expect(await mailFigures(db)).toEqual({ waiting: 0, failed: 1 });
  server.refuse.clear();
  await clock.advance(86_400);
  await sweep();
  expect(server.taken).toEqual([]);
});

test("an address that the server does not know is given up at once, with the reason", async () => {
  server.refuse.set(to, { code: 550, text: "no such mailbox" });
  await write(user);
  await sweep();
  expect(await stored()).toMatchObject({
    attempts: 1,
    givenUpAt: start,
    failure: expect.stringContaining("no such mailbox"),
  });
});

test("it goes to the address of the day, and nowhere once there is none", async () => {
  await write(user);
  await db.user.update({ where: { id: user.id }, data: { email: "new@centre.example" } });
  await sweep();
  expect(server.taken.map((mail) => mail.to)).toMatchObject([{ text: "new@centre.example" }]);
  await write(user);
  await db.user.update({ where: { id: user.id }, data: { email: null } });
  await sweep();
  expect(await db.mail.count({ where: { givenUpAt: start } })).toBe(1);
});

test("several gateways send each mail once, and one that died leaves its own to the others", async () => {
  const others = await Promise.all(
    Array.from({ length: 9 }, (_, n) => person({ email: `other${n}@centre.example` })),
  );
  await write(user, ...others);
  await Promise.all([sweep(), sweep(), sweep()]);
  expect(new Set(server.taken.map(({ messageId }) => messageId)).size).toBe(10);
  expect(server.taken).toHaveLength(10);

  await db.mail.deleteMany();
  await write(user);
  // As a gateway leaves it that claimed it and was killed before it sent anything.
  await db.mail.updateMany({ data: { attempts: 1, nextAt: new Date(start.getTime() + 180_000) } });
  await sweep();
  expect(server.taken).toHaveLength(10);
  await clock.advance(180);
  await sweep();
  expect(server.taken).toHaveLength(11);
});

test("after a month a mail is forgotten; one that waits is not", async () => {
  await write(user);
  await sweep();
  await clock.advance(31 * 86_400);
  await write(user);
  await forgetOldMails();
  expect(await db.mail.findMany()).toMatchObject([{ sentAt: null }]);
});

test("what was given up is listed with the reason, and goes out when somebody says so", async () => {
  const other = await person({ email: "reachable@centre.example" });
  server.refuse.set(to, { code: 550, text: "no such mailbox" });
  await write(user, other);
  await sweep();
  const listed = await failedMails(bootstrapToken);
  expect(listed).toMatchObject({
    server: { host: expect.stringMatching(/^127\.0\.0\.1:\d+$/), from: "Rollcall <rollcall@centre.example>" },
    ...{ waiting: 0, total: 1 },
    items: [
      {
        user: { username: user.username, email: to },
        code: "work-item-mandatory",
        names: ["v2.18.0 (2.63102)", "Billing"],
        ...{ givenUpAt: start, attempts: 1, failure: expect.stringContaining("no such mailbox") },
      },
    ],
  });
  const [mail] = listed.items;
  const ids = [mail?.id ?? ""];
  const sent = () => server.taken.map((one) => one.to);

  server.refuse.clear();
  await sweep();
  expect(sent()).toMatchObject([{ text: other.email }]);
  expect(await retryMails(bootstrapToken, { ids })).toEqual({ ok: true, value: { count: 1 } });
  expect(await retryMails(bootstrapToken, { ids })).toMatchObject({ code: "not-found" });
  expect(await failedMails(bootstrapToken)).toMatchObject({ waiting: 1, total: 0, items: [] });
  await sweep();
  expect(sent()).toMatchObject([{ text: other.email }, { text: to }]);
  expect(await audited(mail?.id ?? "")).toMatchObject([{ verb: "mail.retry" }]);
  expect(await retryMails(bootstrapToken, {})).toMatchObject({ code: "not-found" });
});

test("whoever may not read settings sees no mail, and sends none again", async () => {
  const supervisor = supervisorOf(user.teamId);
  await expect(failedMails(supervisor)).rejects.toMatchObject({ code: "not-allowed" });
  await expect(retryMails(supervisor, {})).rejects.toMatchObject({ code: "not-allowed" });
});
