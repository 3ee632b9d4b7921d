import { Card, CardHeader } from "@/components/ui/card";
import type { HistoryEntry } from "@/lib/releases/history";
import { signOuts } from "@/lib/releases/readiness";
import { textsOf } from "../../../../_edges/texts";
import { Moment } from "../../../_components/moment";

const t = textsOf("release.history");

const verbs = [
  "create",
  "change",
  "publish",
  "schedule",
  "hold",
  "pause",
  "resume",
  "widen",
  "escalate",
  "keep",
  "remind",
  "withdraw",
] as const;

const verbOf = (verb: string) => verbs.find((one) => verb === `release.${one}`);

/** Who did what with it, and why. */
export function HistoryCard({ entries, now }: { entries: readonly HistoryEntry[]; now: string }) {
  return (
    <Card>
      <CardHeader className="mb-3" title={t("title")} />
      <ol className="flex flex-col gap-2.5">
        {entries.map(({ id, at, verb, by, rule, note, counts }) => {
          const known = verbOf(verb);
          return (
            <li key={id} className="grid grid-cols-[7.5rem_1fr] gap-x-4">
              <span className="text-ink-2">
                <Moment at={at.toISOString()} now={now} />
              </span>
              <span className="min-w-0 [overflow-wrap:anywhere]">
                <span className="font-medium">{known ? t(`verb.${known}`) : verb}</span>{" "}
                <span className="text-ink-2">
                  {rule ? t("rule") : by === null ? t("program") : t("by", { name: by })}
                </span>
                {counts && (
                  <span className="block text-ink-2">
                    {t("counts", { owed: counts.owed, out: signOuts(counts) })}
                  </span>
                )}
                {note !== null && <span className="block text-ink-2">“{note}”</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
