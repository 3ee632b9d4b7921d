import type { Interval } from "./activity";
import type { PastSession } from "./history";
import type { Random } from "./random";

const secondMs = 1000;
const everyMs = 15 * secondMs;

type Line = { atMs: number; level: "debug" | "info" | "warn" | "error"; message: string; fields?: object };

/** What an app would have written in a stretch of a session, a JSON object a line, as the client library sends it. */
export function logLines(random: Random, session: PastSession, { fromMs, toMs }: Stretch): string[] {
  const lines = [
    ...heartbeats(random, { fromMs, toMs }),
    ...session.intervals.flatMap((interval) => stateLines(random, interval)),
    ...session.interactions.flatMap((handled) => callLines(random, handled)),
  ];
  return lines
    .filter(({ atMs }) => atMs >= fromMs && atMs < toMs)
    .toSorted((a, b) => a.atMs - b.atMs)
    .map(({ atMs, fields, ...line }) =>
      JSON.stringify({ at: new Date(atMs).toISOString(), ...line, ...fields }),
    );
}
type Stretch = { fromMs: number; toMs: number };

function heartbeats(random: Random, { fromMs, toMs }: Stretch): Line[] {
  const count = Math.floor((toMs - fromMs) / everyMs);
  return Array.from({ length: count }, (_, beat): Line => {
    const atMs = fromMs + beat * everyMs + random.between(0, 400);
    const rttMs = random.between(28, 140) + random.around(30);
    return rttMs > 260
      ? { atMs, level: "warn", message: "heartbeat answered late", fields: { rttMs, network: "cellular" } }
      : { atMs, level: "debug", message: "heartbeat answered", fields: { rttMs } };
  });
}

function stateLines(random: Random, { atMs, state, reason }: Interval): Line[] {
  if (state === null) {
    const closed = { code: 1006, network: "none" };
    return [
      { atMs, level: "error", message: "connection to the gateway is lost", fields: closed },
      ...[1, 2, 4, 8, 16].map(
        (waitS, attempt): Line => ({
          atMs: atMs + (2 ** (attempt + 1) - 1) * secondMs,
          level: "warn",
          message: "cannot reach the gateway, trying again",
          fields: { attempt: attempt + 1, waitS },
        }),
      ),
    ];
  }
  const told = { state, ...(reason && { reason }) };
  return [
    { atMs, level: "info", message: "state changed", fields: told },
    {
      atMs: atMs + random.between(30, 120),
      level: "debug",
      message: "state acknowledged by the gateway",
      fields: told,
    },
  ];
}

function callLines(random: Random, handled: PastSession["interactions"][number]): Line[] {
  const { externalId, channel, direction, service, offeredAtMs, startedAtMs, endedAtMs, heldMs } = handled;
  const known = { interaction: externalId, channel };
  const lines: Line[] = [];
  if (offeredAtMs !== null)
    lines.push({
      ...{ atMs: offeredAtMs, level: "info", message: "interaction offered" },
      fields: { ...known, direction, service },
    });
  if (startedAtMs === null) return lines;
  lines.push({ atMs: startedAtMs, level: "info", message: "interaction accepted", fields: known });
  if (channel === "voice") {
    const media = { ...known, codec: "opus", relay: random.chance(0.3) };
    lines.push({ atMs: startedAtMs + 180, level: "debug", message: "media connected", fields: media });
    for (let atMs = startedAtMs + 5 * secondMs; atMs < (endedAtMs ?? startedAtMs); atMs += 5 * secondMs) {
      const [jitterMs, lost] = [random.between(2, 30) + random.around(8), random.around(0.6)];
      const poor = jitterMs > 55 || lost > 2;
      lines.push({
        ...{ atMs, level: poor ? "warn" : "debug" },
        message: poor ? "call quality is poor" : "call quality",
        fields: { ...known, jitterMs, lostPercent: lost },
      });
    }
  }
  if (endedAtMs !== null)
    lines.push({
      atMs: endedAtMs,
      level: "info",
      message: "interaction ended",
      fields: { ...known, heldMs },
    });
  return lines;
}
