"use client";

import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import type { Left } from "@/lib/users/left";
import { countOpenSeats, endSessions } from "../actions";
import type { Many } from "./bulk-actions";
import { BulkDialog } from "./bulk-dialog";
import { useDeed } from "./use-deed";
import { useFigures } from "./use-figures";

type Ended = { ended: number; left: Left[] };

/** Ends the open sessions of many users; whoever is on an interaction is cut off only if that is said. */
export function EndSessionsMany({ many, onClose }: { many: Many; onClose: () => void }) {
  const t = useTranslations("users.bulk");
  const seats = useFigures(many, countOpenSeats);
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState<"spare" | "end">("spare");

  const deed = useDeed<Ended>({
    many,
    onClose,
    step: (usernames) => endSessions({ usernames, reason, evenOnInteraction: busy === "end" }),
    tell: (answers) => {
      const count = answers.reduce((sum, { ended }) => sum + ended, 0);
      return { count, title: t("end-done", { count }), left: answers.flatMap(({ left }) => left) };
    },
  });

  function confirm() {
    setMissing(reason.trim() === "");
    if (reason.trim() === "") return field.current?.focus();
    deed.confirm();
  }

  return (
    <BulkDialog
      danger
      title={t("end-title", { count: deed.count })}
      consequence={[t("end-consequence"), seats && t("at-work", seats)].filter(Boolean).join(" ")}
      verb={t("end-verb")}
      ready={seats?.signedIn !== 0}
      deed={deed}
      onConfirm={confirm}
    >
      <Field
        label={t("reason")}
        description={t("reason-hint")}
        error={missing && t("reason-missing")}
        required
      >
        <Textarea
          ref={field}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
            setMissing(false);
          }}
          rows={2}
          maxLength={500}
        />
      </Field>
      {seats?.onInteraction !== 0 && (
        <RadioGroup
          label={t("busy")}
          name="busy"
          value={busy}
          onChange={setBusy}
          options={[
            { value: "spare", label: t("busy-spare"), description: t("busy-spare-text") },
            { value: "end", label: t("busy-end"), description: t("busy-end-text") },
          ]}
        />
      )}
    </BulkDialog>
  );
}
