import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { storePiece } from "@/lib/logs/arrival";
import { getLogRequest } from "@/lib/logs/queries";
import { downloadLog, lineAt, linesOf, searchLog } from "@/lib/logs/reading";
import { mostBytes } from "@/lib/logs/schema";
import type { LogLevel } from "@/prisma/generated/enums";
import { lineOf, pieceFrom } from "./log-lines";
import { measureLogPage } from "./log-page";
import { timesOf } from "./percentiles";
import type { Row } from "./table";
import { makeAgents, signInAll, type World } from "./world";

const times = 10;
const atOnce = 8;
/** As many lines as the viewer asks for when it opens. */
const shown = 500;
const reason = "Calls drop on the train";

/** The largest log that there is, opened and searched: what the server does of it, and all of it in a browser. */
export default async function logReading(world: World): Promise<Row[]> {
  await makeAgents(world, 1);
  await signInAll(world);
  const { id, lines, fillingMs } = await makeLog();

  const rare = Math.ceil(lines / 5000);
  const open = (from: number) => async () => {
    const request = await getLogRequest(bootstrapToken, { id });
    const read = await linesOf(bootstrapToken, { id, from, count: shown });
    if (!request.ok || !read.ok || read.value.length !== shown) throw new Error("not opened");
  };
  const search =
    (text: string, wanted: number, levels: readonly LogLevel[] = []) =>
    async () => {
      const found = await searchLog(bootstrapToken, { id, text, levels });
      if (!found.ok || found.value.total !== wanted)
        throw new Error(`found otherwise: ${JSON.stringify(found)}`);
    };
  const at = new Date(JSON.parse(lineOf(lines - 100)).at);

  const ms = async (what: string, act: () => Promise<unknown>, most?: number): Promise<Row> => {
    await act();
    const figure = timesOf(await timed(act)).p95;
    return { what: `${what}, p95`, figure, unit: "ms", ...(most && { wanted: { most } }) };
  };
  return [
    { what: "the log", figure: mostBytes / 2 ** 20, unit: "MiB" },
    { what: "… its lines", figure: lines, unit: "" },
    {
      what: "… stored, at the pace that leaves states their turn",
      figure: mostBytes / 2 ** 20 / (fillingMs / 1000),
      unit: "MiB/s",
    },
    await ms("opened: what it is, and its first 500 lines", open(0), 1000),
    await ms("scrolled to its middle", open(Math.floor(lines / 2)), 1000),
    await ms("scrolled to its end", open(lines - shown), 1000),
    await ms("the line of a time", () => lineAt(bootstrapToken, { id, at }), 500),
    await ms("searched for a rare word", search("RENEGOTIATION", rare), 500),
    await ms("searched for a word of every line", search("service line", lines), 500),
    await ms("searched for what is not in it", search("nowhere to be found", 0), 500),
    await ms("its errors", search("", Math.floor(lines / 10), ["error"]), 500),
    { what: "downloaded", figure: await once(takeAway(id)), unit: "ms" },
    ...(await measureLogPage(world, reason, [
      { word: "renegotiation", lines: rare },
      { word: "service line", lines },
    ])),
  ];
}

/** A log of the largest size, as its app sends it. */
async function makeLog() {
  const { id: sessionId, userId } = await db.session.findFirstOrThrow();
  const now = new Date();
  const { id } = await db.logRequest.create({
    data: {
      id: crypto.randomUUID(),
      userId,
      level: "debug",
      consent: "tell",
      reason,
      until: new Date(now.getTime() + 86_400_000),
      maxBytes: mostBytes,
      askedByKind: "api_token",
      status: "accepted",
      requestedAt: now,
      deliveredAt: now,
      acceptedAt: now,
    },
  });
  let [lines, bytes, number] = [0, 0, 0];
  const begunMs = performance.now();
  for (let full = false; !full; ) {
    const some: Promise<void>[] = [];
    for (let count = 0; count < atOnce; count++) {
      const piece = pieceFrom(lines);
      const text = Buffer.from(`${piece.join("\n")}\n`);
      full = bytes + text.length > mostBytes;
      if (full) break;
      some.push(send({ id: sessionId, userId }, id, number++, text));
      lines += piece.length;
      bytes += text.length;
    }
    await Promise.all(some);
  }
  const fillingMs = performance.now() - begunMs;
  await db.logRequest.update({ where: { id }, data: { status: "complete", endedAt: new Date() } });
  return { id, lines, fillingMs };
}

async function send(
  session: { id: string; userId: string },
  requestId: string,
  number: number,
  text: Uint8Array,
) {
  const body = new Uint8Array(gzipSync(text));
  const digest = createHash("sha256").update(body).digest();
  const stored = await storePiece(session, { requestId, number, digest, body, packed: true });
  if (!stored.ok) throw new Error(stored.code);
}

const takeAway = (id: string) => async () => {
  const log = await downloadLog(bootstrapToken, { id, format: "ndjson" });
  if (!log.ok) throw new Error(log.code);
  for await (const _ of log.value);
};

async function timed(act: () => Promise<unknown>): Promise<number[]> {
  const ms: number[] = [];
  for (let time = 0; time < times; time++) ms.push(await once(act));
  return ms;
}

async function once(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}
