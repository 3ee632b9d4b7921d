import { inBatches } from "@/lib/batches";
import { log } from "@/lib/log";
import { recordSigns } from "@/lib/seats/beat";
import { whenAvailable } from "./available";

const gatherMs = 250;
const mostAtOnce = 5000;

type OfSession = { id: string; userId: string };
type Shown = { userId: string; sessionId: string; shownMs: number };

/**
 * Gathers signs of life for a moment and stores them in one statement. While the database is away a `patient` one keeps them
 * until they are stored; another one fails at once. A sign says that nothing before it is left untold, so it is stored after
 * what was told before it: `told` resolves then.
 */
export function gatherSigns({ patient, told }: { patient: boolean; told?: () => Promise<void> }) {
  const batches = inBatches(store, { most: mostAtOnce, everyMs: gatherMs });

  async function store(shown: Shown[]): Promise<undefined[]> {
    await told?.();
    const latest = [...new Map(shown.map((sign) => [sign.userId, sign])).values()];
    const signs = () => latest.map(({ shownMs, ...of }) => ({ ...of, agedMs: performance.now() - shownMs }));
    await (patient ? whenAvailable(() => recordSigns(signs())) : recordSigns(signs()));
    return shown.map(() => undefined);
  }

  /** Resolves when the sign is stored. */
  const show = ({ id, userId }: OfSession) =>
    batches.add({ userId, sessionId: id, shownMs: performance.now() });

  return {
    show,
    /** For signs that nobody waits for, such as a pong: one that is lost is followed by the next. */
    note(session: OfSession) {
      show(session).catch((error) => log.warn({ error: String(error) }, "signs of life were not stored"));
    },
  };
}
export type Signs = ReturnType<typeof gatherSigns>;
