import { useLocale, useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { formatTime } from "@/components/ui/moment";
import type { Consequences } from "@/lib/settings/consequences";
import type { SettingKey } from "@/lib/settings/schema";

type Props = { setting: SettingKey; figures: Consequences; timeZone: string };

/** What an entry would do now, in figures. */
export function ConsequenceNote({ setting, figures, timeZone }: Props) {
  const t = useTranslations("settings.consequence");
  const turn = useTurnText(figures, timeZone);
  const note = noteOf();
  return note && <Alert live tone={note.tone} title={note.text} className="py-2!" />;

  function noteOf() {
    const { signedOutAtOnce, keepTheirLease, unknownVersions } = figures;
    const plain = (text: string) => ({ tone: "notice" as const, text });
    switch (setting) {
      case "mobileInactivitySeconds":
        return (
          signedOutAtOnce !== undefined && {
            tone: signedOutAtOnce > 0 ? ("warn" as const) : ("notice" as const),
            text: t("signed-out", { count: signedOutAtOnce }),
          }
        );
      case "desktopLeaseSeconds":
      case "interactionLeaseSeconds":
        return keepTheirLease !== undefined && plain(t("keep-lease", { count: keepTheirLease }));
      case "timeZone":
      case "dailySignOutAt":
        return turn !== undefined && plain(turn);
      case "unknownVersion":
        return unknownVersions !== undefined && plain(t("unknown-versions", { count: unknownVersions }));
      default:
        return false;
    }
  }
}

/** When the daily sign-out first counts, by the clock of the zone that is being chosen. */
function useTurnText({ dailySignOut }: Consequences, timeZone: string) {
  const t = useTranslations("settings.consequence");
  const locale = useLocale();
  if (!dailySignOut) return undefined;
  const { firstAt, signedIn, ownTimes } = dailySignOut;
  const day = (at: string) =>
    new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone }).format(
      Date.parse(at),
    );
  const first = firstAt
    ? t("first-turn", { at: `${day(firstAt)}, ${formatTime(firstAt, { locale, timeZone })}`, signedIn })
    : t("no-turn");
  return ownTimes > 0 ? `${first} ${t("own-times", { count: ownTimes })}` : first;
}
