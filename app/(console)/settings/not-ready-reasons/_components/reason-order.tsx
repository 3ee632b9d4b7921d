import { startTransition, useOptimistic, useState } from "react";
import { useTranslations } from "use-intl";
import { DragLine } from "@/components/arrange/drag-line";
import type { Reason } from "@/lib/reasons/queries";
import { ReasonRow } from "./reason-row";
import type { ReasonChange } from "./use-reason-change";

type OrderProps = { reasons: Reason[]; teams: string[]; editable: boolean; change: ReasonChange };

/** The reasons in the order in which apps offer them. */
export function ReasonOrder({ reasons, teams, editable, change }: OrderProps) {
  const t = useTranslations("reasons");
  const [order, setOrder] = useOptimistic(reasons.map(({ id }) => id));
  const [landing, setLanding] = useState<string | null>();
  const byId = new Map(reasons.map((reason) => [reason.id, reason]));
  const last = order.at(-1);

  function move(next: string[], id: string, before: string | null) {
    startTransition(async () => {
      setOrder(next);
      await change.move(id, before);
    });
  }

  return (
    <DragLine
      id="reasons"
      axis="y"
      order={order}
      nameOf={(id) => byId.get(id)?.name ?? ""}
      onMove={move}
      onLanding={setLanding}
    >
      <ol aria-label={t("title")} className="divide-y divide-line">
        {order.flatMap((id) => {
          const reason = byId.get(id);
          const lands = landing === id ? "before" : landing === null && id === last ? "after" : undefined;
          return reason ? (
            <ReasonRow
              key={id}
              reason={reason}
              teams={teams}
              editable={editable}
              lands={lands}
              onArchive={() => change.archive(reason)}
            />
          ) : (
            []
          );
        })}
      </ol>
    </DragLine>
  );
}
