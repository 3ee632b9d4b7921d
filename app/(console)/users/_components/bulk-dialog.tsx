"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { AskMany } from "../../_components/ask-many";
import { LeftOut } from "./left-out";
import type { Deed } from "./use-deed";

type BulkDialogProps = {
  title: string;
  consequence: ReactNode;
  verb: string;
  danger?: boolean;
  ready?: boolean;
  deed: Pick<Deed<unknown>, "state" | "undoable" | "outcome" | "confirm" | "cancel" | "close">;
  /** Instead of the deed's own, where something has to be looked at first. */
  onConfirm?: () => void;
  children?: ReactNode;
};

/** Asks before something is done to many, then shows how far it is, and at last who was left out. */
export function BulkDialog(props: BulkDialogProps) {
  const { title, consequence, verb, danger = false, ready = true, deed, children } = props;
  const t = useTranslations("users.bulk");
  if (deed.outcome) return <BulkOutcome {...deed.outcome.told} onClose={deed.close} />;
  return (
    <AskMany
      title={title}
      consequence={consequence}
      verb={verb}
      danger={danger}
      ready={ready}
      state={deed.state}
      stopped={(done) => t(deed.undoable ? "stopped" : "stopped-for-good", { done })}
      onConfirm={props.onConfirm ?? deed.confirm}
      onCancel={deed.cancel}
    >
      {children}
    </AskMany>
  );
}

type OutcomeProps = NonNullable<Deed<unknown>["outcome"]>["told"] & { onClose: () => void };

function BulkOutcome({ title, description, left = [], onClose }: OutcomeProps) {
  const t = useTranslations("users.bulk");
  return (
    <Dialog
      alert
      open
      onOpenChange={(open) => open || onClose()}
      title={title}
      description={description}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t("close")}
        </Button>
      }
    >
      <LeftOut left={left} />
    </Dialog>
  );
}
