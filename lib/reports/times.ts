import { Prisma } from "@/prisma/generated/client";
import type { Catalogue } from "./catalogue";
import type { Frame } from "./frame";
import { msBetween } from "./pieces";

/**
 * `h`: the last sign of life of an open session's app, and until when its states are known. After long silence they are not: see
 * `longSilent`.
 */
export const hearing = ({ asOf, resumedAt, mobileSilenceSeconds }: Frame) => Prisma.sql`
  left join lateral (
    select l.last_seen_at, case
        when extract(epoch from ${asOf}::timestamptz - greatest(l.last_seen_at, ${resumedAt}::timestamptz))
          > coalesce(case when q.open_interactions > 0 then l.interaction_lease_seconds else l.lease_seconds end,
            ${mobileSilenceSeconds}) then l.last_seen_at
        else ${asOf}::timestamptz
      end as known_until
    from seat q join sign_of_life l on l.user_id = q.user_id
    where q.session_id = s.id and q.open and s.logout_at is null
    offset 0
  ) h on true`;

const states = ["ready", "not_ready", "busy", "after_call_work"] as const;

/**
 * `v`: the time of a piece in each state, and for each reason that is asked for. A session that counts whole has its own counters:
 * only one that is cut, or open, is unpacked, unless reasons are asked for. What no state covers is unknown.
 */
export function timesOf(frame: Frame, reasons: Prisma.Sql[]): Prisma.Sql {
  const unpacked = reasons.length > 0 ? Prisma.sql`true` : Prisma.sql`not c.whole`;
  const sums = states.map(
    (state) => Prisma.sql`sum(ms) filter (where state = ${state}) as ${Prisma.raw(state)}`,
  );
  // Without the offsets the sums would be made for every row, and only then be left out.
  return Prisma.sql`
    left join lateral (
      select * from (
        select ${Prisma.join([...sums, ...reasons])}
        from (
          select state, reason,
            greatest(0, ${msBetween(Prisma.sql`greatest(since, p.begins)`, Prisma.sql`least(until, p.ends)`)}) as ms
          from (${spansOf(frame)}) spans
        ) parts
        offset 0
      ) sums where ${unpacked} offset 0
    ) v on true
    cross join lateral (
      select *, c.ms - ready - not_ready - busy - after_call_work as unknown from (
        select ${Prisma.join(states.map(counted))}
      ) known
    ) n`;
}

const counted = (state: (typeof states)[number]) => {
  const column = Prisma.raw(state);
  return Prisma.sql`case when c.whole then s.${column}_ms else coalesce(v.${column}, 0)::bigint end as ${column}`;
};

const spansOf = (frame: Frame) => Prisma.sql`
  select a.state, a.reason, a.since, a.until
  from session_states k
  cross join lateral unnest(k.started_at, k.started_at[2:] || s.logout_at, k.state, k.reason) as a (since, until, state, reason)
  where k.session_id = s.id and s.logout_at is not null
  union all
  select i.state::text, coalesce(i.reason, ''), i.started_at, least(
    coalesce(lead(i.started_at) over (order by i.started_at), 'infinity'), coalesce(h.known_until, ${frame.asOf}::timestamptz))
  from state_interval i ${hearing(frame)} where i.session_id = s.id and s.logout_at is null`;

/** Sums of `v` for the columns of reasons that are asked for, by their ids. A reason that is not listed is among the others. */
export function reasonSums(wanted: readonly string[], catalogue: Catalogue): Prisma.Sql[] {
  const listed = catalogue.flatMap(({ id, reason }) => (reason ? [{ id, ...reason }] : []));
  const namesOf = (reasons: typeof listed) =>
    reasons.flatMap(({ name, formerNames }) => [name, ...formerNames]);
  const of = (kind: "break" | "working") => namesOf(listed.filter((reason) => reason.kind === kind));
  const conditions: Record<string, Prisma.Sql> = {
    ...Object.fromEntries(
      listed.map((reason) => [reason.id, Prisma.sql`reason = any(${namesOf([reason])})`]),
    ),
    breakReasonsTime: Prisma.sql`reason = any(${of("break")})`,
    workingReasonsTime: Prisma.sql`reason = any(${of("working")})`,
    otherReasonsTime: Prisma.sql`reason <> all(${namesOf(listed)})`,
  };
  return wanted.flatMap((id) => {
    const condition = conditions[id];
    const name = Prisma.raw(`"${id}"`);
    return condition
      ? [
          Prisma.sql`coalesce(sum(ms) filter (where state = 'not_ready' and ${condition}), 0)::bigint as ${name}`,
        ]
      : [];
  });
}

/** `i`: the interactions that were accepted within a piece; all of a session are in one of its pieces. */
export const interactionsOf = ({ asOf }: Frame) => Prisma.sql`
  left join lateral (
    select count(*) filter (where direction = 'inbound') as inbound, count(*) filter (where direction = 'outbound') as outbound
    from interaction where session_id = s.id and started_at <= ${asOf}::timestamptz
      and (started_at >= p.begins or p.begins = s.login_at) and (started_at < p.ends or p.ends = x.ends)
  ) i on true`;
