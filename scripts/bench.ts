import { writeFile } from "node:fs/promises";
import { availableParallelism, totalmem } from "node:os";
import { isMet, toTable } from "@/bench/table";
import { openWorld } from "@/bench/world";
import { fail, say } from "./terminal";

// `npm run bench`, or some of it: `npm run bench -- state-changes`. Writes bench/<name>.md.

const names = ["state-changes", "sign-ins", "cheap-call", "idle-sockets", "reconnect"] as const;
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.some((known) => known === name));
if (unknown.length > 0) fail(`There is no bench ${unknown.join(", ")}; there are ${names.join(", ")}.`);

let unmet = 0;
for (const name of names) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  say(`\n── ${name}`);
  const world = await openWorld();
  Object.assign(process.env, world.settings);
  try {
    const { default: measure } = await import(`../bench/${name}`);
    const rows = await measure(world);
    unmet += rows.filter((row: Parameters<typeof isMet>[0]) => !isMet(row)).length;
    const machine = `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
    const table = toTable(rows);
    await writeFile(
      `bench/${name}.md`,
      `# ${name}\n\n\`npm run bench -- ${name}\` on ${machine}.\n\n${table}\n`,
    );
    say(table);
  } finally {
    await world.stop();
  }
}
process.exit(unmet > 0 ? 1 : 0);
