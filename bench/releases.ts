import { bootstrapToken } from "@/lib/auth/actor";
import { createRelease } from "@/lib/releases/commands";
import { withdrawRelease } from "@/lib/releases/course";
import { previewRelease } from "@/lib/releases/preview";
import { publishRelease } from "@/lib/releases/publish";
import { CreateRelease } from "@/lib/releases/schema";
import { makeFleet } from "./fleet";
import { timesOf } from "./percentiles";
import type { Row } from "./table";
import type { World } from "./world";

const rounds = 12;

/** What a release costs with 10,000 agents signed in and 15,000 installations: to foresee, to publish, to withdraw. */
export default async function measure(world: World): Promise<Row[]> {
  await makeFleet(world);
  for (const [index, version] of ["2.17.70", "2.17.80", "2.17.90"].entries()) {
    await publish(await draft({ version, kind: "recommended", stagePercent: 5 * (index + 1) }));
  }
  const id = await draft({ version: "2.18.0", kind: "mandatory", minimumOs: "15" });

  const previews: number[] = [];
  await previewRelease(bootstrapToken, { id });
  for (let round = 0; round < rounds; round++) {
    previews.push(await timed(() => previewRelease(bootstrapToken, { id })));
  }
  const publishMs = await timed(() => publish(id));
  const { rows } = await world.db.query(
    `select count(*)::int as told from notice where release_id = $1 and closed_at is null`,
    [id],
  );
  const withdrawMs = await timed(() => withdrawRelease(bootstrapToken, { id }));
  const preview = timesOf(previews);
  return [
    { what: "preview, p95", figure: preview.p95, unit: "ms", wanted: { most: 500 } },
    { what: "preview, median", figure: preview.p50, unit: "ms" },
    {
      what: "publish to the last stored outcome and notice",
      figure: publishMs / 1000,
      unit: "s",
      wanted: { most: 5 },
    },
    { what: "notices stored by it", figure: rows[0].told, unit: "", wanted: { least: 10_000 } },
    { what: "withdraw to the last closed notice and outcome", figure: withdrawMs / 1000, unit: "s" },
  ];
}

async function timed(act: () => Promise<unknown>) {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

async function draft(given: object) {
  const input = CreateRelease.parse({
    channel: "ios",
    notes: "Calls no longer drop.",
    storeUrl: "https://apps.apple.com/app/id1",
    inStore: true,
    ...given,
  });
  const made = await createRelease(bootstrapToken, input);
  if (!made.ok) throw new Error(made.code);
  return made.value.id;
}

async function publish(id: string) {
  const out = await publishRelease(bootstrapToken, { id });
  if (!out.ok) throw new Error(out.code);
}
