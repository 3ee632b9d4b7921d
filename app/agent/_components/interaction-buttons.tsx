import { useTranslations } from "use-intl";
import type { Interaction } from "@/client/rollcall";
import { Button, type ButtonProps } from "@/components/ui/button";
import type { Work } from "./use-work";

type InteractionButtonsProps = { interaction: Interaction; work: Work; large: boolean };

export function InteractionButtons({ interaction, work, large }: InteractionButtonsProps) {
  const t = useTranslations("agent.interaction");
  const size = large ? "h-11! flex-1 rounded-lg! text-md" : "";
  const button = (
    name: "accept" | "decline" | "hold" | "resume" | "end",
    does: (interaction: Interaction) => void,
    variant: NonNullable<ButtonProps["variant"]> = "secondary",
  ) => (
    <Button variant={variant} className={size} onClick={() => does(interaction)}>
      {t(name)}
    </Button>
  );

  return (
    <div
      className={
        large ? "flex basis-full gap-2" : "flex gap-2 max-[30rem]:basis-full max-[30rem]:justify-end"
      }
    >
      {interaction.phase === "offered" && button("decline", work.decline)}
      {interaction.phase === "offered" && button("accept", work.accept, "primary")}
      {interaction.phase === "started" && button("hold", work.hold)}
      {interaction.phase === "held" && button("resume", work.goOn)}
      {interaction.phase !== "offered" && button("end", work.end, "danger")}
    </div>
  );
}
