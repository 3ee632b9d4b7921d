import { inBatches } from "@/lib/batches";
import { log } from "@/lib/log";
import { commitNews, type SeatNews, type Told } from "@/lib/seats/commit";
import { isUnavailable } from "@/lib/unavailable";
import { whenAvailable } from "./available";

const mostAtOnce = 500;
// A transaction costs the same for one frame and for ten: twenty milliseconds gather them, and nobody sees them.
const everyMs = 20;

type Received = { news: SeatNews; receivedMs: number };
type Stored = Told | { outcome: "failed" };

/**
 * Group commit: gathers what apps tell and stores it a batch at a time. While the database is away a `patient` one keeps
 * all that it was told, in its order, until it is stored; another one fails at once.
 */
export function openLedger({ patient }: { patient: boolean }) {
  const batches = inBatches(store, { most: mostAtOnce, everyMs });

  async function store(batch: Received[]): Promise<Stored[]> {
    const commit = () => commitNews(batch.map(dated));
    try {
      return await (patient ? whenAvailable(commit) : commit());
    } catch (error) {
      if (isUnavailable(error)) throw error;
      return oneByOne(batch, error);
    }
  }

  /** What cannot be stored must not keep the rest of its batch. */
  async function oneByOne(batch: Received[], error: unknown): Promise<Stored[]> {
    const [only] = batch;
    if (batch.length === 1 && only) {
      log.error({ kind: only.news.event.kind, error: String(error) }, "an app's news could not be stored");
      return [{ outcome: "failed" }];
    }
    const stored: Stored[] = [];
    for (const one of batch) stored.push(...(await store([one])));
    return stored;
  }

  return {
    tell: (news: SeatNews): Promise<Stored> => batches.add({ news, receivedMs: performance.now() }),
    settled: batches.settled,
  };
}
export type Ledger = ReturnType<typeof openLedger>;

/** A frame that waited here, for its batch or for the database, happened when it came in. */
function dated({ news, receivedMs }: Received): SeatNews {
  const { event } = news;
  if (event.kind !== "frame") return news;
  const waitedMs = Math.round(performance.now() - receivedMs);
  return { ...news, event: { ...event, waitedMs } };
}
