import { policyOf, type Subject, type Told } from "@/lib/releases/policy";
import { versionKey } from "@/lib/versions/key";
import { keysOf } from "@/lib/versions/order";
import type { Row } from "./table";

const people = 20_000;
const rounds = 60;

/** One core, 20 releases of one channel of which 3 are staged; people on the newest version and up to ten behind it. */
export default async function measure(): Promise<Row[]> {
  const now = new Date("2026-11-26T12:00:00Z");
  const releases = Array.from({ length: 20 }, (_, n) => ({
    id: `release ${n}`,
    channel: "ios" as const,
    ...keysOf({ version: `2.${n}.0`, build: `2.${60_000 + n}` }),
    status: "published" as const,
    offers: [
      {
        at: new Date(now.getTime() - (20 - n) * 86_400_000),
        percent: n < 17 ? 100 : 10,
        teams: [],
        kind: n % 5 === 0 ? ("mandatory" as const) : ("recommended" as const),
      },
    ],
    userIds: [],
    excludeUserIds: [],
    excludeTeamIds: [],
    salt: n * 7919,
    needs: null,
    graceMinutes: 30,
    signOut: { mode: "waves" as const, wavePercent: 10, waveMinutes: 10 },
  }));
  const told = new Map<string, Told>();
  const subjects = Array.from(
    { length: people },
    (_, n): Subject => ({
      userId: crypto.randomUUID(),
      teamId: `team ${n % 200}`,
      channel: "ios",
      ...keysOf({ version: `2.${9 + (n % 11)}.0`, build: `2.${60_009 + (n % 11)}` }),
      osName: "iOS",
      osKey: versionKey(`${14 + (n % 5)}.0`),
      told,
    }),
  );

  const decide = policyOf(releases, { now, unknownVersion: "warn", packages: new Map() });
  let owed = 0;
  const run = () => {
    for (const subject of subjects) if (decide(subject).status !== "current") owed += 1;
  };
  for (let round = 0; round < 5; round++) run();
  owed = 0;
  // Time of the processor, whoever else uses the machine.
  const start = process.cpuUsage();
  for (let round = 0; round < rounds; round++) run();
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1_000_000;
  return [
    {
      what: "decisions on one core, 20 releases of which 3 are staged",
      figure: (people * rounds) / seconds,
      unit: "/s",
      wanted: { least: 1_000_000 },
    },
    { what: "of them owing something", figure: (100 * owed) / (people * rounds), unit: "%" },
  ];
}
