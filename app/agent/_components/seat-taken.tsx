import { Monitor, Smartphone } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Seat } from "@/client/rollcall";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Facts } from "@/components/ui/facts";
import { StateIcon } from "@/components/ui/state-icon";
import { Moment } from "./moment";
import { appLabel } from "./reported";
import { sideBySide } from "./side-by-side";
import type { Attempt } from "./use-sign-in";

/** The question before a session elsewhere is ended. */
export function SeatTaken({ attempt }: { attempt: Attempt }) {
  const t = useTranslations("agent.seat");
  const open = attempt.at === "asking" || attempt.at === "taking-over";
  const [seat, setSeat] = useState<Seat>();
  // Kept while the dialog fades.
  if (open && attempt.seat !== seat) setSeat(attempt.seat);

  const answer = (takeOver: boolean) => attempt.at === "asking" && attempt.answer(takeOver);

  return (
    <Dialog
      alert
      open={open}
      onOpenChange={(next) => !next && answer(false)}
      title={t("title")}
      description={t("text")}
      actions={
        <>
          <Button className="max-sm:h-11!" onClick={() => answer(false)}>
            {t("stay")}
          </Button>
          <Button
            variant="primary"
            className="max-sm:h-11!"
            pending={attempt.at === "taking-over"}
            onClick={() => answer(true)}
          >
            {t("take-over")}
          </Button>
        </>
      }
    >
      {seat && <Place seat={seat} />}
    </Dialog>
  );
}

function Place({ seat }: { seat: Seat }) {
  const t = useTranslations("agent.seat");
  const stateName = useTranslations("state");
  const Icon = seat.app === "Mobile" ? Smartphone : Monitor;

  return (
    <section className="rounded-lg border border-line bg-sunken p-4">
      <h3 className="mb-3 flex items-center gap-2.5 font-semibold text-md">
        <Icon aria-hidden className="size-5 text-ink-2" />
        {appLabel(seat)}
      </h3>
      <Facts
        className={sideBySide}
        items={[
          {
            label: t("interaction"),
            value: seat.onInteraction ? (
              <Badge tone="warn">{t("interaction-yes")}</Badge>
            ) : (
              t("interaction-no")
            ),
          },
          ...(seat.os ? [{ label: t("os"), value: seat.os }] : []),
          ...(seat.device ? [{ label: t("device"), value: seat.device }] : []),
          { label: t("since"), value: <Moment at={seat.since} /> },
          {
            label: t("state"),
            value: (
              <>
                <StateIcon shape={seat.state} /> {stateName(seat.state)}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
