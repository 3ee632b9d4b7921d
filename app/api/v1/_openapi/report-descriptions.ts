import { textsOf } from "@/app/_edges/texts";
import type { Descriptions } from "@/lib/openapi/fields";
import { type ColumnType, isFixed } from "@/lib/reports/catalogue";
import { fixedColumns } from "../_shapes/report";

const t = textsOf("reports.column");

const units: Record<ColumnType, string> = {
  text: "",
  enum: "",
  flag: "",
  moment: "",
  date: ", by the report's calendar",
  duration: ", in milliseconds",
  percent: ", as a share of 1",
  count: "",
};

const columns: Descriptions = Object.fromEntries(
  fixedColumns.flatMap(({ id, type, sum }) => {
    const label = isFixed(id) ? t(id) : id;
    return [
      [`ReportItem.${id}`, `${label}${units[type]}.`],
      ...(sum === "none" ? [] : [[`ReportTotals.${id}`, `${label} of all rows${units[type]}.`]]),
      [`getLoginLogoutReport.${id}`, `Only rows by their ${label}${units[type]}.`],
    ];
  }),
);

/** What the fields and parameters of reports mean. */
export const reportDescriptions: Descriptions = {
  ...columns,
  "getLoginLogoutReport.user": "Only rows by the username; the same as `username`.",
  "getLoginLogoutReport.version": "Only rows by the app's version; the same as `appVersion`.",
  "getLoginLogoutReport.from":
    "The beginning of the range: a moment, `2026-11-22T08:00` by the clock of the zone, or `2026-11-22` for the beginning of that day.",
  "getLoginLogoutReport.to": "Its end, which is no longer in it.",
  "parameter.preset": "A range by its name, instead of `from` and `to`.",
  "parameter.zone": "The time zone of days and clocks: `Europe/Berlin`. The centre's unless it is said.",
  "parameter.edges":
    "Whether a session that crosses an end of the range counts with what lies within (`clip`) or `whole`.",
  "parameter.days":
    "Whether a session of several days is one row, of the day of its login (`join`), or one a day (`split`).",
  "parameter.dayTurn": "When a day turns: `04:00` for night shifts.",
  "parameter.weekStart": "On which day weeks of presets begin: 1 for Monday, to 7.",
  "parameter.columns": "The columns by their ids: `agent,login,os`.",
  "getLoginLogoutReport.sort":
    "Columns in the order in which they count, a minus before those that go down: `agent,-login`. By login unless it is said.",
  "parameter.group":
    "Up to three columns whose equal values make a group with totals of its own: `team,agent`.",
  "parameter.asOf":
    "Of which moment the report is: a logout after it reads as still open. The present one unless it is said; `asOf` of another answer " +
    "for figures that agree with it.",
  "parameter.format": "`json`, or a file with every row.",
  "parameter.header":
    "Whether a file says what it is of: range, zone, rules, moment, filters, and how many rows are of open sessions, end with the last " +
    "sign of life or have something that was reported late; what they come to; and the sums of groups. Without it a file has its head and " +
    "its rows alone.",
  "getLoginLogoutReport.limit": "How many rows, and how many groups, at most.",

  "ReportItem.sessionId": "The session.",
  "ReportItem.username": "Whose it is.",
  "ReportItem.date": "Of which day the row is: that of the login, unless days are split.",
  "ReportItem.from": "From when the session counts in this row.",
  "ReportItem.to": "Until when.",
  "ReportItem.cutBefore": "Whether the session began earlier.",
  "ReportItem.cutAfter": "Whether it went on.",
  "ReportItem.open": "Whether it had not ended.",
  "ReportItem.lost": "Whether contact was lost: the logout is the last sign of life.",
  "ReportTotals.rows": "How many rows there are.",
  "ReportTotals.open": "How many of them are of open sessions.",
  "ReportTotals.lastSeen": "How many end with the last sign of life.",
  "ReportTotals.late": "How many have something that was reported late.",
  "ReportGroup.by": "What its rows have in common: the value of each of its columns, from the outermost in.",
  "ReportGroup.keys":
    "What tells each of these values from others that are called the same: of people and teams their ids, else the value as it is stored.",
  "ReportGroup.totals": "What its rows come to.",
  "LoginLogoutReport.from": "When the range begins.",
  "LoginLogoutReport.to": "When it ends.",
  "LoginLogoutReport.zone": "By which time zone days were told.",
  "LoginLogoutReport.edges": "How sessions at the ends of the range count.",
  "LoginLogoutReport.days": "Whether sessions of several days were split.",
  "LoginLogoutReport.dayTurn": "When days turned.",
  "LoginLogoutReport.asOf": "Of which moment all of it is, and the pages that follow.",
  "LoginLogoutReport.replicaAgeMs":
    "By how much the replica that it was read from was behind; null where it was the database itself.",
  "LoginLogoutReport.columns": "The columns that were asked for.",
  "LoginLogoutReport.items": "A row for each session, or for each of its days.",
  "LoginLogoutReport.groups": "The groups, each before those within it; not there where nothing is grouped.",
  "LoginLogoutReport.totals": "What all rows come to, those of other pages too; null but on the first page.",
};
