import { randomFrom } from "../random";
import { centreOf, type DemoRecord } from "../record";
import type { Visitor } from "./visitor";

const minuteMs = 60_000;

/** The demo's own agents, without the newcomer's: who was signed in goes on at once, others come by and by. */
export function regularsOf(record: DemoRecord): Visitor[] {
  const madeMs = Date.parse(record.madeAt ?? "");
  const { people, guides } = centreOf(record, madeMs);
  const living = people.filter(
    (person) => person.roles.includes("agent") && person.leftAtMs === null && person !== guides.agent,
  );
  return living.map(({ username, team, apps, seed }) => {
    const session = record.open[username] ?? null;
    const random = randomFrom(seed);
    const comesInMs = session ? random.between(0, 3000) : random.around(25 * minuteMs);
    return { username, password: record.password, team, apps, session, comesInMs, seed };
  });
}
