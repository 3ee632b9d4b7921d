"use client";

import { useMemo } from "react";
import { useLocale, useTimeZone, useTranslations } from "use-intl";
import { formatDuration } from "@/components/ui/duration";
import { formatTime } from "@/components/ui/moment";
import { type Cut, type Handled, heldMsOf, type Span, type Stay } from "@/lib/agents/timeline";
import { useInteractionWords } from "./agent-cells";

const minuteMs = 60_000;

/** What was when, in sentences: "09:12–09:31 Busy, Voice in · Billing, 0:19:04". */
export function useSpanWords() {
  const t = useTranslations();
  const interaction = useInteractionWords();
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";

  return useMemo(() => {
    const at = (ms: number, seconds = false) =>
      formatTime(new Date(ms).toISOString(), { locale, timeZone }, seconds);
    const when = ({ fromMs, toMs, going }: Omit<Cut<unknown>, "of">) => {
      const short = toMs - fromMs < minuteMs;
      return { from: at(fromMs, short), to: going ? t("timeline.now") : at(toMs, short) };
    };
    const sentence = (cut: Cut<unknown>, what: readonly (string | null | false)[]) =>
      t("timeline.span", {
        ...when(cut),
        what: what.filter(Boolean).join(", "),
        length: formatDuration(cut.toMs - cut.fromMs, true),
      });
    const state = (span: Span) => (span.state === null ? t("timeline.unknown") : t(`state.${span.state}`));
    const held = (one: Handled, nowMs: number) => {
      const ms = heldMsOf(one, nowMs);
      return ms > 0 && t("timeline.held", { length: formatDuration(ms, true) });
    };
    /** Why a state was, or what was handled in it. */
    const why = (span: Span, handled: readonly Handled[]) => {
      const [first, ...more] = handled;
      return [
        span.state === null && t("timeline.unknown-means"),
        span.reason,
        first && interaction(first),
        more.length > 0 && t("agents.and-more", { count: more.length }),
      ]
        .filter(Boolean)
        .join(", ");
    };

    return {
      when,
      state,
      why,
      interaction,
      ofSpan: (cut: Cut<Span>, handled: readonly Handled[]) =>
        sentence(cut, [state(cut.of), why(cut.of, handled)]),
      ofStay: (cut: Cut<Stay>) =>
        sentence(cut, [
          cut.of.app,
          cut.of.os,
          cut.of.device,
          cut.of.cause && !cut.going && t(`login-info.cause-name.${cut.of.cause}`).toLocaleLowerCase(locale),
        ]),
      ofHandled: (cut: Cut<Handled>, nowMs: number) =>
        cut.of.missed
          ? t("timeline.missed-at", { at: at(cut.fromMs), what: interaction(cut.of) })
          : sentence(cut, [interaction(cut.of), held(cut.of, nowMs)]),
    };
  }, [t, interaction, locale, timeZone]);
}
