import { createLogger } from "@/client/logger";
import type { Row } from "./table";

const lines = 100_000_000;

/** One core: what a line costs an app that nobody asks for its log. */
export default async function measure(): Promise<Row[]> {
  const { log } = createLogger(Date.now);
  let made = 0;
  const text = () => {
    made += 1;
    return "never";
  };
  const costNs = (writes: readonly Log["error"][]) => {
    const start = process.cpuUsage();
    // Another one each time: a call that is always the same, and does nothing, would not be made at all.
    for (let number = 0; number < lines; number++) writes[number & 3]?.(text);
    const { user, system } = process.cpuUsage(start);
    return ((user + system) * 1000) / lines;
  };
  const nothing = [() => {}, () => {}, () => {}, () => {}];
  const off = [log.error, log.warn, log.info, log.debug];
  for (const writes of [off, nothing]) costNs(writes);
  const empty = costNs(nothing);
  const silent = costNs(off);
  if (made > 0) throw new Error("a text was built for nobody");
  return [
    { what: "a line of a log that is off", figure: silent, unit: "ns", wanted: { most: 20 } },
    { what: "an empty function called the same way", figure: empty, unit: "ns" },
  ];
}

type Log = ReturnType<typeof createLogger>["log"];
