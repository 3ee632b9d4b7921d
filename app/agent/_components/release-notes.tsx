import { useTranslations } from "use-intl";
import { ScrollRegion } from "@/components/ui/scroll-region";

/** What changed, in the centre's words: long ones scroll, so that what can be done stays in reach. */
export function ReleaseNotes({ notes }: { notes: string }) {
  const t = useTranslations("agent.update");
  const text = "whitespace-pre-line [overflow-wrap:anywhere]";
  if (notes.length <= 300) return <p className={text}>{notes}</p>;
  return (
    <ScrollRegion aria-label={t("notes")} className={`max-h-32 overflow-y-auto overscroll-contain ${text}`}>
      {notes}
    </ScrollRegion>
  );
}
