import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { SettingsEditor } from "./use-settings-editor";

/** What is not saved yet, always in sight. The buttons come first: what is told of an earlier change appears at the right. */
export function SaveBar({ editor }: { editor: SettingsEditor }) {
  const t = useTranslations("settings");
  const problem = useTranslations("problem");
  const { count, faults, failed, pending } = editor;
  const faulty = Object.keys(faults).length;
  return (
    <section
      aria-label={t("unsaved", { count })}
      className="sticky bottom-4 z-20 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line-strong bg-raised px-4.5 py-2.5 shadow-pop"
    >
      <div className="flex gap-2">
        <Button type="submit" variant="primary" pending={pending}>
          {t("save")}
        </Button>
        <Button onClick={editor.discard}>{t("discard")}</Button>
      </div>
      <p role="status" className="min-w-0 flex-1">
        <span className="font-medium">{t("unsaved", { count })}</span>
        {faulty > 0 && <span className="text-danger"> · {t("faulty", { count: faulty })}</span>}
        {failed && <span className="block text-danger">{problem(failed)}</span>}
      </p>
    </section>
  );
}
