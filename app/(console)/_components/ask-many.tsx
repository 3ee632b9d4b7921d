"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { BulkState } from "./use-bulk";

type AskManyProps = {
  title: string;
  consequence: ReactNode;
  verb: string;
  /** Said instead of Cancel. */
  cancel?: string;
  danger?: boolean;
  ready?: boolean;
  state: BulkState;
  /** What a failure left behind, after so many. */
  stopped: (done: number) => string;
  onConfirm: () => void;
  /** Stops what runs, or closes the dialog. */
  onCancel: () => void;
  children?: ReactNode;
};

/** Asks before something is done to many, then shows how far it is. */
export function AskMany(props: AskManyProps) {
  const { danger = false, ready = true, state, onCancel } = props;
  const t = useTranslations();
  const running = state.kind === "running";
  return (
    <Dialog
      alert
      open
      onOpenChange={(open) => open || onCancel()}
      title={props.title}
      description={props.consequence}
      actions={
        <>
          <Button onClick={onCancel}>
            {running ? t("users.bulk.stop") : (props.cancel ?? t("ui.cancel"))}
          </Button>
          <Button
            variant={danger ? "dangerSolid" : "primary"}
            pending={running}
            disabled={!ready}
            onClick={props.onConfirm}
          >
            {props.verb}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 empty:hidden">
        {props.children}
        <HowFar state={state} stopped={props.stopped} />
      </div>
    </Dialog>
  );
}

function HowFar({ state, stopped }: Pick<AskManyProps, "state" | "stopped">) {
  const t = useTranslations();
  if (state.kind === "idle") return null;
  if (state.kind === "failed")
    return (
      <Alert live title={t(`problem.${state.code}`)}>
        {stopped(state.done)}
      </Alert>
    );
  const { done, of } = state;
  return (
    <ProgressBar
      label={of === null ? t("users.bulk.reading") : t("users.bulk.progress", { done, of })}
      share={of === null ? null : done / of}
    />
  );
}
