import { createLogger } from "@/client/logger";
import type { Row } from "./table";

const lines = 200_000_000;

/** One core: what a line costs an app that nobody asks for its log. */
export default async function measure(): Promise<Row[]> {
  const { log } = createLogger(Date.now);
  let made = 0;
  const text = () => {
    made += 1;
    return "never";
  };
  const costNs = (write: (number: number) => void) => {
    const start = process.cpuUsage();
    for (let number = 0; number < lines; number++) write(number);
    const { user, system } = process.cpuUsage(start);
    return ((user + system) * 1000) / lines;
  };
  const nothing = () => {};
  for (const write of [() => log.debug(text), nothing]) costNs(write);
  const empty = costNs(nothing);
  const silent = costNs(() => log.debug(text));
  if (made > 0) throw new Error("a text was built for nobody");
  return [
    {
      what: "a line of a log that is off, beyond an empty call",
      figure: Math.max(0, silent - empty),
      unit: "ns",
      wanted: { most: 5 },
    },
  ];
}
