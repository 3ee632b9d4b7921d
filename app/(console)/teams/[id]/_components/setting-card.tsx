"use client";

import { Check, CircleDot } from "lucide-react";
import { type FormEvent, type ReactNode, useId } from "react";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import type { EditedSetting } from "./use-setting";

type SettingCardProps = {
  title: string;
  subtitle?: string;
  setting: EditedSetting;
  /** What others have saved meanwhile, in words. */
  theirs: string;
  /** Why it cannot be saved as it stands. */
  invalid?: string | undefined;
  children: ReactNode;
};

/** A setting that saves itself: says whether it is saved, and whose change stands in the way. */
export function SettingCard({ title, subtitle, setting, theirs, invalid, children }: SettingCardProps) {
  const t = useTranslations("team.setting");
  const problem = useTranslations("problem");
  const { dirty, pending, failed, overtaken, justSaved } = setting;
  const heading = useId();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!invalid) setting.save();
  }

  return (
    <Card flush aria-labelledby={heading}>
      <form onSubmit={submit} noValidate>
        <div className="flex flex-col gap-3 p-4.5 pb-4">
          <CardHeader title={<span id={heading}>{title}</span>} subtitle={subtitle} />
          {children}
          {overtaken ? (
            <Alert live tone="warn" title={t("overtaken")}>
              {t("overtaken-text", { theirs })}
            </Alert>
          ) : (
            failed && failed !== "setting-changed" && <Alert live title={problem(failed)} />
          )}
          {invalid && (
            <p role="alert" className="text-danger text-xs">
              {invalid}
            </p>
          )}
        </div>
        <footer className="flex min-h-11.5 flex-wrap items-center justify-between gap-2 border-line border-t bg-sunken px-4.5 py-2">
          <p role="status" className="flex items-center gap-1.5 text-ink-2 text-xs [&_svg]:size-3.5">
            {dirty && (
              <>
                <CircleDot aria-hidden className="text-warn" />
                {t("unsaved")}
              </>
            )}
            {justSaved && (
              <>
                <Check aria-hidden className="text-ready" />
                {t("saved")}
              </>
            )}
          </p>
          <div className="flex gap-2">
            {dirty && (
              <Button variant="ghost" onClick={setting.discard}>
                {t("discard")}
              </Button>
            )}
            <Button
              type="submit"
              variant={dirty ? "primary" : "secondary"}
              pending={pending}
              aria-disabled={!dirty}
              className={dirty ? "" : "text-ink-3!"}
            >
              {t(overtaken ? "save-anyway" : "save")}
              <span className="sr-only"> {title}</span>
            </Button>
          </div>
        </footer>
      </form>
    </Card>
  );
}
