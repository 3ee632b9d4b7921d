import type { Term } from "@/lib/keyset";
import { logoutType } from "@/lib/sessions/cause";
import { Prisma } from "@/prisma/generated/client";
import { Cause, Certainty, Platform } from "@/prisma/generated/enums";
import type { FixedColumn } from "./catalogue";

/** What is joined only for those who read it. */
export type Part = "user" | "team" | "hearing" | "times" | "interactions" | "devices" | "endedBy" | "teamNow";

export type Expression = {
  /** Over the tables that `reportFrom` joins. */
  value: Prisma.Sql;
  /** Its type in Postgres; a text sorts as people would. */
  type: Term["type"] | "bool" | "date";
  needs: readonly Part[];
  /** What rows are sorted by where that is not the value itself. */
  order?: Pick<Term, "expression" | "type">;
  /** It is never empty. */
  filled?: true;
  /** What tells apart what looks the same, where rows are grouped by it. */
  key?: Prisma.Sql;
  /** A sum, and for a share by what it is divided. */
  sum?: { of: Prisma.Sql; by?: Prisma.Sql };
};

const text = (value: Prisma.Sql, ...needs: Part[]): Expression => ({ value, type: "text", needs });
const moment = (value: Prisma.Sql, ...needs: Part[]): Expression => ({ value, type: "timestamptz", needs });

/** An amount: durations in ms. */
export const amount = (of: Prisma.Sql, ...needs: Part[]): Expression => ({
  value: Prisma.sql`(${of})::float8`,
  type: "float8",
  needs,
  sum: { of },
});

const share = (of: Prisma.Sql, by: Prisma.Sql): Expression => ({
  value: Prisma.sql`(${of})::float8 / nullif(${by}, 0)`,
  type: "float8",
  needs: ["times"],
  sum: { of, by },
});

/** Of the end of a session: nothing as long as it is open. */
const onceClosed = (value: Prisma.Sql) => Prisma.sql`case when x.closed then ${value} end`;

// Written out, not bound: Postgres groups by an expression only where it is the same each time.
const cases = (column: string, texts: Readonly<Record<string, string>>) =>
  Prisma.raw(
    `case ${column} ${Object.entries(texts)
      .map(([value, text]) => `when '${value}' then '${text}'`)
      .join(" ")} end`,
  );

// Each value's own name: to cast one takes longer than to read the rest of its row.
const cause = cases("s.cause", Cause);
const certainty = cases("s.certainty", Certainty);
const platform = cases("s.platform", Platform);

/** A name and what follows it, or whichever of them is known; `concat_ws` takes several times as long. */
const versioned = (of: "os" | "browser") => {
  const [name, version] = [Prisma.raw(`s.${of}_name`), Prisma.raw(`s.${of}_version`)];
  return Prisma.sql`coalesce(${name} || ' ' || ${version}, ${name}, ${version})`;
};

/** A session tells it late if any of its states was; one that is open has them as rows. */
export const late = Prisma.sql`case when s.logout_at is not null then s.reported_late
  else exists (select from state_interval r where r.session_id = s.id and r.late) end`;

export const expressions: Record<FixedColumn, Expression> = {
  agent: { ...text(Prisma.sql`u.name`, "user"), filled: true, key: Prisma.sql`u.id::text` },
  username: text(Prisma.sql`u.username`, "user"),
  personnelNumber: text(Prisma.sql`u.personnel_number`, "user"),
  team: { ...text(Prisma.sql`t.name`, "team"), key: Prisma.sql`t.id::text` },
  teamNow: { ...text(Prisma.sql`w.name`, "user", "teamNow"), key: Prisma.sql`w.id::text` },
  date: { value: Prisma.sql`c.date`, type: "date", needs: [] },
  login: { ...moment(Prisma.sql`s.login_at`), filled: true },
  loginTime: amount(Prisma.sql`c.ms`),
  lastSeen: moment(Prisma.sql`coalesce(s.last_seen_at, h.last_seen_at, s.login_at)`, "hearing"),
  reportedLate: { value: late, type: "bool", needs: [] },
  ip: { ...text(Prisma.sql`host(s.ip)`), order: { expression: Prisma.sql`s.ip`, type: "inet" } },
  sessionId: { value: Prisma.sql`s.id`, type: "uuid", needs: [] },
  logout: moment(onceClosed(Prisma.sql`s.logout_at`)),
  logoutType: text(onceClosed(cases("s.cause", logoutType))),
  cause: text(onceClosed(cause)),
  certainty: text(onceClosed(certainty)),
  endedBy: { ...text(onceClosed(Prisma.sql`b.name`), "endedBy"), key: onceClosed(Prisma.sql`b.id::text`) },
  endedAt: moment(onceClosed(Prisma.sql`s.ended_at`)),
  platform: text(platform),
  app: text(Prisma.sql`case s.platform when 'mobile' then 'Mobile' else 'Agent Desktop' end`),
  appVersion: text(Prisma.sql`s.version`),
  build: text(Prisma.sql`s.build`),
  os: text(versioned("os")),
  device: text(Prisma.sql`coalesce(d.name, s.device)`, "devices"),
  browser: text(versioned("browser")),
  workingTime: amount(Prisma.sql`n.ready + n.busy + n.after_call_work`, "times"),
  readyTime: amount(Prisma.sql`n.ready`, "times"),
  notReadyTime: amount(Prisma.sql`n.not_ready`, "times"),
  busyTime: amount(Prisma.sql`n.busy`, "times"),
  afterCallWorkTime: amount(Prisma.sql`n.after_call_work`, "times"),
  unknownTime: amount(Prisma.sql`n.unknown`, "times"),
  notReadyPercent: share(Prisma.sql`n.not_ready`, Prisma.sql`c.ms`),
  busyPercent: share(Prisma.sql`n.busy`, Prisma.sql`c.ms`),
  occupancy: share(Prisma.sql`n.busy + n.after_call_work`, Prisma.sql`n.ready + n.busy + n.after_call_work`),
  breakReasonsTime: amount(Prisma.sql`v."breakReasonsTime"`, "times"),
  workingReasonsTime: amount(Prisma.sql`v."workingReasonsTime"`, "times"),
  otherReasonsTime: amount(Prisma.sql`v."otherReasonsTime"`, "times"),
  interactionsIn: amount(Prisma.sql`i.inbound`, "interactions"),
  interactionsOut: amount(Prisma.sql`i.outbound`, "interactions"),
};
