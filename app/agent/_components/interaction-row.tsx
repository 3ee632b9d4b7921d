import clsx from "clsx";
import { useTranslations } from "use-intl";
import type { Interaction } from "@/client/rollcall";
import { Duration } from "@/components/ui/relative-time";
import { ChannelIcon } from "./channel-icon";
import { InteractionButtons } from "./interaction-buttons";
import { kindOf } from "./simulated";
import type { Work } from "./use-work";

type InteractionRowProps = { interaction: Interaction; heardMs: number; work: Work; large: boolean };

// Ringing wants an answer, on hold wants not to be forgotten.
const tones: Record<Interaction["phase"], string> = {
  offered: "[--tone:var(--accent)]",
  started: "[--tone:var(--busy)]",
  held: "[--tone:var(--notready)]",
};

export function InteractionRow({ interaction, heardMs, work, large }: InteractionRowProps) {
  const t = useTranslations("agent.interaction");
  const { phase, channel, direction, service, offeredAt, startedAt } = interaction;
  const since = startedAt ?? offeredAt;

  return (
    <li
      className={clsx(
        tones[phase],
        "flex flex-wrap items-center gap-x-3 gap-y-2.5 rounded-lg border border-[color-mix(in_srgb,var(--tone)_35%,var(--line))] bg-[color-mix(in_srgb,var(--tone)_7%,var(--panel))] p-3",
      )}
    >
      <span
        className={clsx(
          "relative grid size-9 place-items-center rounded-full bg-[color-mix(in_srgb,var(--tone)_16%,var(--panel))] text-(--tone) [&_svg]:size-4.5",
          phase === "offered" &&
            "before:absolute before:inset-0 before:animate-[ping_1.4s_ease-out_infinite] before:rounded-full before:border before:border-(--tone) before:opacity-40",
        )}
      >
        <ChannelIcon channel={channel} outbound={direction === "outbound"} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium text-md">{t(kindOf(interaction))}</p>
        <p className="text-ink-2 [overflow-wrap:anywhere]">
          <span className="font-medium text-(--tone)">{t(phaseText(interaction))}</span>
          {service && <span className="before:px-1.5 before:content-['·']">{service}</span>}
        </p>
      </div>
      {since && (
        <span className="text-lg">
          <Duration ticking since={since} ms={Math.max(0, heardMs - Date.parse(since))} />
        </span>
      )}
      <InteractionButtons interaction={interaction} work={work} large={large} />
    </li>
  );
}

/** A chat does not ring, and an e-mail is not connected. */
function phaseText({ phase, channel }: Interaction) {
  if (phase === "held") return "held";
  if (phase === "offered") return channel === "voice" ? "ringing" : "waiting";
  return channel === "voice" ? "connected" : "open";
}
