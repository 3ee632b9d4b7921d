import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { formatMoment } from "@/components/ui/moment";
import { Ago } from "@/components/ui/relative-time";
import type { Explained } from "@/lib/releases/explain";
import type { Sentence } from "@/lib/releases/sentences";
import { deviceName } from "@/lib/sessions/device-names";
import { versionLabel } from "@/lib/versions/label";
import { texts, textsOf } from "../../../../../_edges/texts";

const t = textsOf("login-info.owes");

type Reader = { locale: string; timeZone: string; now: string };
type Props = { explained: Explained; reader: Omit<Reader, "now"> };

const mostShown = 4;

const tones: Record<Explained["items"][number]["decision"]["status"], BadgeTone> = {
  current: "ready",
  recommended: "accent",
  mandatory: "danger",
  "os-too-old": "warn",
  "unknown-version": "warn",
};

/** What somebody owes on each of their apps and why, in sentences; the app they used last comes first. */
export function ExplainCard({ explained, reader }: Props) {
  const now = explained.now.toISOString();
  return (
    <Card>
      <CardHeader className="mb-3" title={t("title")} />
      <ul aria-label={t("title")} className="flex flex-col gap-3">
        {explained.items.slice(0, mostShown).map(({ installation, decision, sentences }) => (
          <li key={installation.id} className="grid gap-x-5 gap-y-1 sm:grid-cols-[13rem_1fr]">
            <div className="min-w-0">
              <p className="num font-medium">{versionLabel(installation.version, installation.build)}</p>
              <p className="text-ink-2 text-xs">
                {[installation.device && deviceName(installation.device), installation.os]
                  .filter(Boolean)
                  .join(", ") || texts(`update.channel.${installation.channel}`)}{" "}
                · <Ago at={installation.lastSeenAt.toISOString()} now={now} />
              </p>
            </div>
            <div className="min-w-0">
              <Badge tone={tones[decision.status]}>{t(`status.${decision.status}`)}</Badge>
              {sentences.map((sentence) => (
                <p key={sentence.code} className="mt-1 max-w-[70ch]">
                  {textOf(sentence, { ...reader, now })}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** A sentence as this reader reads it: times in their zone. */
function textOf(sentence: Sentence, reader: Reader): string {
  const say = (figures: Record<string, string>) => texts(`update.sentence.${sentence.code}`, figures);
  const moment = (at: Date) => formatMoment(at.toISOString(), reader);
  switch (sentence.code) {
    case "recommended":
    case "mandatory":
    case "blocked":
      return say({
        release: sentence.release,
        version: sentence.version,
        channel: texts(`update.channel.${sentence.channel}`),
        since: moment(sentence.since),
      });
    case "os-too-old":
      return say({
        release: sentence.release,
        minimumOs: sentence.minimumOs,
        os: sentence.os ?? texts("update.sentence.unknown-os"),
      });
    case "signed-out-at":
    case "packaged-until":
      return say({ at: moment(sentence.at) });
    case "current":
    case "unknown-version":
      return say({ version: sentence.version });
    case "install":
      return say({ release: sentence.release });
    default:
      return say({});
  }
}
