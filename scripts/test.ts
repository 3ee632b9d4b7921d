import { type Stage, stages } from "./stages";
import { fail, say } from "./terminal";

// `npm test`, or some stages of it: `npm test -- unit integration`.

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  fail(`There is no stage ${unknown.join(", ")}; there are ${stages.map(({ name }) => name).join(", ")}.`);
}

let passed = 0;
let failed = 0;
const broken = new Map<string, readonly string[]>();
for (const stage of stages) if (wanted.length === 0 || wanted.includes(stage.name)) await run(stage);

for (const [stage, names] of broken) say([`\nFailed in ${stage}:`, ...names].join("\n  "));
say(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

async function run(stage: Stage) {
  // Without a build there is nothing that a browser could open.
  if (stage.name === "e2e" && broken.has("build")) return;
  say(`\n── ${stage.name}`);
  const count = await stage.run();
  say(`── ${stage.name}: ${count.passed} passed, ${count.failed} failed`);
  passed += count.passed;
  failed += count.failed;
  if (count.failed > 0) broken.set(stage.name, count.names ?? []);
}
