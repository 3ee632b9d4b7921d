import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { availableParallelism, totalmem } from "node:os";
import { isMet, type Row, toTable } from "@/bench/table";
import { openWorld } from "@/bench/world";
import { fail, say } from "./terminal";

// `npm run bench`, or some of it: `npm run bench -- state-changes`. Writes bench/<name>.md.

const names = [
  "state-changes",
  "sign-ins",
  "cheap-call",
  "idle-sockets",
  "reconnect",
  "import",
  "users-list",
  "search",
  "agent-metrics",
  "policy",
  "client-log",
  "log-uploads",
  "log-reading",
  "releases",
  "report",
] as const;
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.some((known) => known === name));
if (unknown.length > 0) fail(`There is no bench ${unknown.join(", ")}; there are ${names.join(", ")}.`);

const wanted = asked.length > 0 ? names.filter((name) => asked.includes(name)) : names;
const [only] = wanted;
const met = wanted.length === 1 && only ? await measure(only) : wanted.map(apart).every(Boolean);
process.exit(met ? 0 : 1);

/** In a process of its own: what measures in this one keeps its database open. */
function apart(name: string) {
  const { status } = spawnSync(process.execPath, ["scripts/rollcall.mjs", "bench", name], {
    stdio: "inherit",
  });
  return status === 0;
}

async function measure(name: (typeof names)[number]) {
  say(`\n── ${name}`);
  // Ten million sessions take minutes to make.
  const world = await openWorld(name === "report" ? process.env.BENCH_DATA : undefined);
  Object.assign(process.env, world.settings);
  try {
    const { default: run } = await import(`../bench/${name}`);
    const rows: Row[] = await run(world);
    const machine = `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
    const table = toTable(rows);
    await writeFile(
      `bench/${name}.md`,
      `# ${name}\n\n\`npm run bench -- ${name}\` on ${machine}.\n\n${table}\n`,
    );
    say(table);
    return rows.every(isMet);
  } finally {
    await world.stop();
  }
}
