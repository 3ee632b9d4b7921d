import type { Interaction, InteractionChange } from "./protocol";

/** The open interactions after a change that happened `at`. */
export function follow(
  open: readonly Interaction[],
  { interactionId, phase, channel, direction, service }: InteractionChange,
  at: string,
): readonly Interaction[] {
  const known = open.find((interaction) => interaction.interactionId === interactionId);
  const others = () => open.filter((interaction) => interaction !== known);
  if (phase === "ended" || phase === "missed") return known ? others() : open;
  // What goes on is not offered anew.
  if (phase === "offered" && known) return open;

  const next: Interaction = {
    interactionId,
    phase: phase === "resumed" ? "started" : phase,
    channel,
    direction,
    service: service ?? known?.service ?? null,
    offeredAt: phase === "offered" ? at : (known?.offeredAt ?? null),
    startedAt: phase === "offered" ? null : (known?.startedAt ?? at),
  };
  return known ? open.map((interaction) => (interaction === known ? next : interaction)) : [...open, next];
}

/** As a `sync` lists it: `ageMs` is the time since it started, or since it was offered if it has not. */
export function listed(interaction: Interaction, nowMs: number): object {
  const { interactionId, phase, channel, direction, service, offeredAt, startedAt } = interaction;
  const since = startedAt ?? offeredAt;
  const ageMs = since === null ? 0 : Math.max(0, Math.round(nowMs - Date.parse(since)));
  return { interactionId, phase, channel, direction, ...(service !== null && { service }), ageMs };
}
