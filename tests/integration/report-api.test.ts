import { describe, expect, test } from "vitest";
import { z } from "zod";
import { GET } from "@/app/api/v1/reports/login-logout/route";
import { db } from "@/lib/db";
import { bootstrap, call, tokenFor } from "./admin-api";
import { afternoon, all, cast, hour, morning, now, other, session, short } from "./report-cast";
import { csvRows, sheetRows, workbook } from "./report-files";
import { store } from "./report-store";

// The report as programs ask for it. What its figures are: see report-truth.test.ts.

const { clock, place } = await cast();
const day = "from=2026-11-20&to=2026-11-21&zone=UTC";

const Page = z.looseObject({
  items: z.array(z.looseObject({ sessionId: z.string() })),
  groups: z
    .array(
      z.looseObject({
        by: z.record(z.string(), z.unknown()),
        keys: z.record(z.string(), z.string().nullable()),
        totals: z.looseObject({}),
      }),
    )
    .optional(),
  totals: z.looseObject({ rows: z.number() }).nullable(),
  asOf: z.string(),
  next: z.string().nullable(),
});

async function get(query: string, token?: string) {
  const { status, value, code, errors } = await call("GET", `/reports/login-logout?${query}`, {
    ...(token && { token }),
  });
  expect([status, code, errors]).toEqual([200, undefined, undefined]);
  return Page.parse(value);
}
const idsOf = ({ items }: z.output<typeof Page>) => items.map(({ sessionId }) => sessionId);
const named = (...sessions: { id: string }[]) => sessions.map(({ id }) => id);

async function faultsOf(query: string) {
  const { status, code, errors } = await call("GET", `/reports/login-logout?${query}`);
  expect([status, code]).toEqual([422, "invalid-request"]);
  return errors?.map(({ path, message }) => `${path}: ${message}`);
}

test("tells what was asked, its rows and their totals", async () => {
  const page = await get(`${day}&columns=agent,platform,os,logoutType,loginTime,notReadyPercent&sort=-login`);
  expect(page).toMatchObject({
    from: "2026-11-20T00:00:00.000Z",
    to: "2026-11-21T00:00:00.000Z",
    zone: "UTC",
    edges: "clip",
    days: "join",
    asOf: new Date(now).toISOString(),
    columns: ["agent", "platform", "os", "logoutType", "loginTime", "notReadyPercent"],
    totals: { rows: 4, open: 1, lastSeen: 0, late: 0, loginTime: 11 * hour, notReadyPercent: 1 / 11 },
    next: null,
  });
  expect(idsOf(page)).toEqual(named(afternoon, short, other, morning));
  expect(page.items[1]).toMatchObject({
    agent: "Ada",
    platform: "Desktop",
    os: "iOS 14.8",
    logoutType: "normal",
    loginTime: hour,
    notReadyPercent: 1,
    date: "2026-11-20",
    from: "2026-11-20T10:00:00.000Z",
    to: "2026-11-20T11:00:00.000Z",
    open: false,
    lost: false,
  });
  expect(page.groups).toBeUndefined();
});

test("days are the centre's unless a zone is said, and a preset stands for both ends", async () => {
  expect(await get("from=2026-11-20&to=2026-11-21")).toMatchObject({
    zone: "Europe/Berlin",
    from: "2026-11-19T23:00:00.000Z",
  });
  expect(idsOf(await get("preset=today&zone=UTC"))).toHaveLength(4);
});

test("columns are filters", async () => {
  expect(idsOf(await get(`${day}&os=iOS%2014.8&os=iOS%209.1`))).toEqual(named(morning, short, afternoon));
  expect(idsOf(await get(`${day}&os=`))).toEqual(named(other));
  expect(idsOf(await get(`${day}&platform=Mobile`))).toEqual(named(morning, afternoon));
  expect(idsOf(await get(`${day}&agent=~BO`))).toEqual(named(morning, other, afternoon));
  expect(idsOf(await get(`${day}&loginTime=${4 * hour}..`))).toEqual(named(morning, afternoon));
  expect(idsOf(await get(`${day}&team=Sales`))).toEqual(named(short));
});

test("groups come with their totals, each before those within it", async () => {
  const { groups } = await get(`${day}&group=team,platform&columns=loginTime`);
  expect(groups?.map(({ by, totals }) => [by, totals.rows, totals.loginTime])).toEqual([
    [{ team: "Billing" }, 3, 10 * hour],
    [{ team: "Billing", platform: "Desktop" }, 1, hour],
    [{ team: "Billing", platform: "Mobile" }, 2, 9 * hour],
    [{ team: "Sales" }, 1, hour],
    [{ team: "Sales", platform: "Desktop" }, 1, hour],
  ]);
});

test("groups of the same name are told apart by their keys", async () => {
  const [bo = "", twin = "", ada = ""] = place.userIds;
  await db.user.update({ where: { id: twin }, data: { name: "Bo 2" } });
  try {
    const { groups } = await get(`${day}&group=agent,os&columns=loginTime`);
    const agents = groups?.filter(({ by }) => !("os" in by));
    expect(agents?.map(({ by }) => by.agent)).toEqual(["Ada", "Bo 2", "Bo 2"]);
    const twins = [bo, twin].toSorted();
    expect(agents?.map(({ keys }) => keys)).toEqual([{ agent: ada }, ...twins.map((agent) => ({ agent }))]);
    expect(groups?.at(-1)?.keys).toEqual({
      agent: twins.at(-1),
      os: twins.at(-1) === twin ? null : "iOS 14.8",
    });
  } finally {
    await db.user.update({ where: { id: twin }, data: { name: "bo 10" } });
  }
});

test("pages go on from where the last one ended, of the moment of the first", async () => {
  const query = `${day}&sort=-login&group=agent&columns=loginTime`;
  const first = await get(`${query}&limit=2`);
  expect(idsOf(first)).toEqual(named(afternoon, short));
  expect(first.groups).toHaveLength(2);
  await clock.set(new Date(now + 2 * hour));
  const evening = session(2, now + hour, 0.5);
  try {
    await store([...all, evening], place);
    const second = await get(`${query}&limit=2&cursor=${first.next}`);
    expect(idsOf(second)).toEqual(named(other, morning));
    expect(second).toMatchObject({ asOf: first.asOf, totals: null, next: null });
    expect(second.groups?.map(({ by }) => by)).toEqual([{ agent: "bo 10" }]);
    expect(await get(`${query}&asOf=${first.asOf}`)).toMatchObject({
      totals: { rows: 4, loginTime: 11 * hour },
    });
    expect(await get(query)).toMatchObject({ totals: { rows: 5 } });
    // What has not happened yet is not told.
    expect(await get(`${query}&asOf=2027-01-01T00:00:00Z`)).toMatchObject({
      asOf: new Date(now + 2 * hour).toISOString(),
    });
  } finally {
    await store(all, place);
    await clock.set(new Date(now));
  }
});

describe("as a file", () => {
  const get = async (query: string) => {
    const request = new Request(`http://localhost:3000/api/v1/reports/login-logout?${query}`, {
      headers: { authorization: `Bearer ${bootstrap}` },
    });
    const response = await GET(request, { params: Promise.resolve({}) });
    return { response, file: Buffer.from(await response.arrayBuffer()) };
  };

  test("CSV has all rows, and says what it is of unless it is told not to", async () => {
    const { response, file } = await get(`${day}&columns=agent,loginTime&format=csv&limit=1`);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toBe(
      'attachment; filename="agent-login-logout_2026-11-20.csv"',
    );
    const rows = csvRows(file);
    expect(rows[0]?.[0]).toBe("Report: Agent Login/Logout");
    expect(rows.slice(-5)[0]).toEqual(["Agent", "Login Time"]);
    const bare = await get(`${day}&columns=agent,loginTime&format=csv&header=false`);
    expect(csvRows(bare.file)).toEqual(rows.slice(-5));
  });

  test("a workbook has them, too", async () => {
    const { response, file } = await get(`${day}&columns=agent,loginTime&format=xlsx`);
    expect(response.headers.get("content-type")).toContain("spreadsheetml");
    expect(sheetRows(workbook(file), "Agent Login-Logout")).toHaveLength(6);
  });

  test("what is wrong is a problem and no file", async () => {
    expect(await faultsOf(`${day}&columns=mood&format=csv`)).toEqual(["columns.0: there is no column mood"]);
    expect(await faultsOf(`${day}&header=maybe&format=csv`)).toEqual(["header: must be one of true, false"]);
  });
});

describe("what is wrong is named", () => {
  const column = Array.from({ length: 1000 }, (_, at) => `column${at}`).join();
  test.each<[string, string]>([
    ["", "from: is required, with to; or a preset"],
    ["from=2026-11-21&to=2026-11-20", "to: must be after from"],
    ["from=2006-11-20&to=2026-11-20", "to: must be at most 2 years after from"],
    [
      "from=2026-02-30&to=2026-11-20",
      "from: must be a day such as 2026-11-22 or a moment such as 2026-11-22T08:00:00Z",
    ],
    [`${day}&zone=Mars/Olympus`, "zone: must be a text"],
    ["preset=today&zone=Mars/Olympus", "zone: must be a time zone such as Europe/Berlin"],
    [`${day}&columns=mood`, "columns.0: there is no column mood"],
    [`${day}&columns=agent,os,agent`, "columns.2: agent is there twice"],
    [`${day}&columns=${column}`, "columns: must be at most 60 long"],
    [`${day}&sort=mood`, "sort.0: there is no column mood"],
    [`${day}&group=login`, "group.0: rows cannot be grouped by login"],
    [`${day}&mood=good`, "mood: is not known here"],
    [`${day}&loginTime=1h..`, "loginTime: must be a number of milliseconds"],
    [`${day}&cause=bored`, "cause: bored is no value of cause"],
    [`${day}&edges=cut`, "edges: must be one of clip, whole"],
    [`${day}&limit=501`, "limit: must be at most 500"],
    [`${day}&format=pdf`, "format: must be one of json, csv, xlsx"],
    [`${day}&asOf=soon`, "asOf: must be a moment such as 2026-11-22T08:00:00Z"],
    ["preset=last30Days&asOf=0001-01-01T00:00:00Z", "asOf: must be a moment such as 2026-11-22T08:00:00Z"],
    [`${day}&cursor=x`, "cursor: is not a cursor of this report"],
    [`${day}&cursor=.`, "cursor: is not a cursor of this report"],
    [`${day}&cursor=eyJ4IjoxfQ.`, "cursor: is not a cursor of this report"],
  ])("%s", async (query, fault) => {
    expect(await faultsOf(query)).toEqual([fault]);
  });

  test("a cursor of another moment than there can be is refused", async () => {
    const { next } = await get(`${day}&limit=1`);
    const [rows, groups] = next?.split(".") ?? [];
    const [order, , ...position] = JSON.parse(Buffer.from(rows ?? "", "base64url").toString());
    for (const asOf of ["9e99", "1e3", "2026-02-30 00:00:00+00", "99999-01-01 00:00:00+00"]) {
      const forged = Buffer.from(JSON.stringify([order, asOf, ...position])).toString("base64url");
      expect(await faultsOf(`${day}&limit=1&cursor=${forged}.${groups}`)).toEqual([
        "cursor: is not a cursor of this report",
      ]);
    }
  });

  test("a cursor of another question is refused", async () => {
    const { next } = await get(`${day}&limit=1`);
    expect(await faultsOf(`${day}&sort=agent&cursor=${next}`)).toEqual([
      "cursor: is not a cursor of this report",
    ]);
  });
});

test("a supervisor's token has the sessions of their teams, an analyst's everybody's", async () => {
  const { token } = await tokenFor("Sales");
  const page = await get(`${day}&group=team`, token);
  expect(idsOf(page)).toEqual(named(short));
  expect(page).toMatchObject({ totals: { rows: 1 }, groups: [{ by: { team: "Sales" } }] });
  expect(idsOf(await get(`${day}&team=Billing`, token))).toEqual([]);
  const analyst = await tokenFor("Sales", ["analyst"]);
  expect(idsOf(await get(day, analyst.token))).toHaveLength(4);
});
