"use client";

import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Card } from "@/components/ui/card";
import { LeaveDialog } from "@/components/ui/leave-dialog";
import type { Settings, SettingsPatch } from "@/lib/settings/schema";
import { foresee } from "../actions";
import { sections } from "./catalogue";
import { ConfirmSignOut } from "./confirm-sign-out";
import { SaveBar } from "./save-bar";
import { SectionIndex } from "./section-index";
import { SettingRow } from "./setting-row";
import { useConsequences } from "./use-consequences";
import { useSettingsEditor } from "./use-settings-editor";

export function SettingsForm({ settings, editable }: { settings: Settings; editable: boolean }) {
  const t = useTranslations("settings.section");
  const editor = useSettingsEditor(settings);
  const figures = useConsequences(editor.patch);
  const form = useRef<HTMLFormElement>(null);
  const [signsOut, setSignsOut] = useState<number>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    editor.judge();
    if (Object.keys(editor.faults).length > 0) {
      const faulty = sections.flatMap(({ settings }) => settings).find((key) => editor.faults[key]);
      return form.current?.querySelector<HTMLElement>(`[name="${faulty}"]`)?.focus();
    }
    if (editor.pending || editor.count === 0) return;
    const count = await signedOutBy(editor.patch);
    if (count) setSignsOut(count);
    else editor.save();
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      // What has the focus is never under the bar.
      className="grid gap-x-10 [&_:is(input,button)]:scroll-mb-24 gap-y-4 lg:grid-cols-[minmax(0,52rem)_11rem]"
    >
      <div className="flex min-w-0 flex-col gap-7">
        {sections.map(({ key, settings: keys }) => (
          <section key={key} id={key} aria-labelledby={`${key}-title`} className="scroll-mt-16">
            <header className="mb-2 flex flex-wrap items-baseline gap-x-2.5">
              <h2 id={`${key}-title`} className="font-semibold text-md">
                {t(key)}
              </h2>
              <p className="text-ink-2">{t(`${key}-text`)}</p>
            </header>
            <Card flush className="divide-y divide-line">
              {keys.map((setting) => (
                <SettingRow
                  key={setting}
                  setting={setting}
                  editor={editor}
                  figures={figures}
                  editable={editable}
                />
              ))}
            </Card>
          </section>
        ))}
        {editor.count > 0 && <SaveBar editor={editor} />}
      </div>
      <SectionIndex />
      <ConfirmSignOut
        count={signsOut}
        limitSeconds={editor.patch.mobileInactivitySeconds ?? settings.mobileInactivitySeconds}
        onCancel={() => setSignsOut(undefined)}
        onConfirm={() => {
          setSignsOut(undefined);
          editor.save();
        }}
      />
      <LeaveDialog unsaved={editor.count} />
    </form>
  );
}

/** How many phones a change signs out at once, counted at the last moment. */
async function signedOutBy({ mobileInactivitySeconds }: SettingsPatch) {
  if (mobileInactivitySeconds === undefined) return 0;
  const counted = await foresee({ mobileInactivitySeconds }).catch(() => undefined);
  return counted?.ok ? (counted.value.signedOutAtOnce ?? 0) : 0;
}
