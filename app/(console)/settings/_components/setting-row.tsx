import clsx from "clsx";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { FieldRow } from "@/components/ui/field";
import type { Consequences } from "@/lib/settings/consequences";
import { defaults, type SettingKey } from "@/lib/settings/schema";
import { boundsOf } from "./catalogue";
import { ConsequenceNote } from "./consequence-note";
import { readEntry } from "./entry";
import { SettingControl } from "./setting-control";
import { useSettingWords } from "./use-setting-words";
import type { SettingsEditor } from "./use-settings-editor";

type RowProps = { setting: SettingKey; editor: SettingsEditor; figures: Consequences; editable: boolean };

export function SettingRow({ setting, editor, figures, editable }: RowProps) {
  const t = useTranslations("settings");
  const words = useSettingWords();
  const { text, fault, unsaved, overtaken } = editor.entryOf(setting);
  const entry = readEntry(setting, text);
  const differs = "fault" in entry || entry.value !== defaults[setting];
  const bounds = boundsOf(setting);
  const standard = words.wordsOf(setting, defaults[setting]);

  return (
    <FieldRow
      label={t(`name.${setting}`)}
      hint={differs && <Badge tone="accent">{t("changed")}</Badge>}
      description={words.doesOf(setting, editor.entered)}
      error={fault && words.faultOf(setting, fault)}
      className={clsx("px-4.5 py-4", unsaved && "bg-accent-soft/40 shadow-[inset_2px_0_0_var(--accent)]")}
      foot={
        <span className="flex flex-wrap items-baseline justify-between gap-x-3">
          {bounds && (
            <span className="num">
              {t("bounds", {
                min: words.wordsOf(setting, bounds.min),
                max: words.wordsOf(setting, bounds.max),
              })}
            </span>
          )}
          {differs && editable ? (
            <button
              type="button"
              onClick={() => editor.set(setting, words.textOf(setting, defaults[setting]))}
              className="num rounded-sm text-accent underline-offset-2 hover:underline"
            >
              {t("reset", { value: standard })}
              <span className="sr-only">: {t(`name.${setting}`)}</span>
            </button>
          ) : (
            <span className="num">{t("default", { value: standard })}</span>
          )}
        </span>
      }
      note={
        unsaved && (
          <>
            {overtaken !== undefined && (
              <Alert
                live
                tone="warn"
                title={t("meanwhile", { value: words.wordsOf(setting, overtaken) })}
                className="py-2!"
              />
            )}
            {!fault && <ConsequenceNote setting={setting} figures={figures} timeZone={editor.timeZone} />}
          </>
        )
      }
    >
      <SettingControl
        setting={setting}
        text={text}
        disabled={!editable}
        onChange={(next) => editor.set(setting, next)}
        onLeave={() => editor.leave(setting)}
      />
    </FieldRow>
  );
}
