import { useTranslations } from "use-intl";
import { InteractionRow } from "./interaction-row";
import type { Working } from "./phase";
import type { Work } from "./use-work";

type InteractionListProps = { working: Working; work: Work; large?: boolean };

/** What the person is handling or is being offered; read out as it comes. */
export function InteractionList({ working, work, large = false }: InteractionListProps) {
  const t = useTranslations("agent.work");
  const { interactions } = working.session;
  return (
    <ul aria-label={t("interactions")} className="flex flex-col gap-2">
      {interactions.map((interaction) => (
        <InteractionRow
          key={interaction.interactionId}
          interaction={interaction}
          heardMs={working.heardMs}
          work={work}
          large={large}
        />
      ))}
    </ul>
  );
}
