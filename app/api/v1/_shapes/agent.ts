import { z } from "zod";
import { AgentRow, Going } from "@/lib/agents/row";
import { appName, platformName } from "@/lib/sessions/labels";
import { AgentState } from "@/prisma/generated/enums";

const time = z.iso.datetime();
const { today } = AgentRow.shape;

/** Somebody who is signed in, or was today. */
export const LiveAgent = z
  .strictObject({
    username: z.string(),
    name: z.string(),
    team: z.string(),
    open: z.boolean(),
    sessionId: z.uuid().nullable(),
    app: z.enum([appName("desktop"), appName("mobile")]).nullable(),
    platform: z.enum([platformName("desktop"), platformName("mobile")]).nullable(),
    version: z.string().nullable(),
    build: z.string().nullable(),
    appLabel: z.string().nullable(),
    os: z.string().nullable(),
    device: z.string().nullable(),
    browser: z.string().nullable(),
    ip: z.string().nullable(),
    since: time.nullable(),
    logout: time.nullable(),
    state: z.enum(AgentState).nullable(),
    reason: z.string().nullable(),
    stateSince: time.nullable(),
    unreachableSince: time.nullable(),
    asleep: z.boolean(),
    updatesAt: time.nullable(),
    onInteraction: z.boolean(),
    interactions: z.array(z.strictObject(Going.shape)),
    day: time,
    today: z.strictObject(today.shape),
  })
  .meta({ id: "LiveAgent" });

/** What stands in a change for somebody who has left the token's teams. */
export const GoneAgent = z
  .strictObject({ username: z.string(), gone: z.literal(true) })
  .meta({ id: "GoneAgent" });

/** A row of the board as the admin API gives it. */
export function liveAgentJson(row: AgentRow): z.input<typeof LiveAgent> {
  const { open, platform } = row;
  return {
    username: row.username,
    name: row.name,
    team: row.team,
    open,
    sessionId: row.sessionId,
    app: platform && appName(platform),
    platform: platform && platformName(platform),
    version: row.appVersion,
    build: row.build,
    appLabel: row.app,
    os: row.os,
    // Consoles show the browser where no device is known: here each has its own field.
    device: row.device === row.browser ? null : row.device,
    browser: row.browser,
    ip: row.ip,
    since: row.loginAt,
    logout: open ? null : row.logoutAt,
    state: open ? row.state : null,
    reason: open ? row.reason : null,
    stateSince: open ? row.stateSince : null,
    unreachableSince: row.unreachableSince,
    asleep: row.asleep,
    updatesAt: row.updatesAt,
    onInteraction: row.onInteraction,
    interactions: open ? row.interactions : [],
    day: row.day,
    today: row.today,
  };
}
