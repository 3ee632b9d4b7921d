"use client";

import {
  Mail,
  MessageSquare,
  Monitor,
  PhoneIncoming,
  PhoneMissed,
  PhoneOutgoing,
  Smartphone,
} from "lucide-react";
import { useMemo, useState } from "react";
import { useLocale, useTimeZone, useTranslations } from "use-intl";
import { SpanBand, type Tick } from "@/components/charts/span-band";
import type { Mark, TimeRange } from "@/components/charts/span-track";
import { Button } from "@/components/ui/button";
import { formatTime } from "@/components/ui/moment";
import { StateIcon } from "@/components/ui/state-icon";
import {
  type Handled,
  handledDuring,
  hoursAround,
  hoursOf,
  lanesOf,
  type Span,
  type Stay,
} from "@/lib/agents/timeline";
import { handledLook, stateLook } from "./state-look";
import type { CutDay } from "./timeline-body";
import { useSpanWords } from "./use-span-words";

/** The day as bars over one axis: states by height and colour, sessions with their app, interactions side by side. */
export function TimelineBand({ timeline, spans, stays, handled, nowMs }: CutDay) {
  const t = useTranslations("timeline");
  const words = useSpanWords();
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const [fitted, setFitted] = useState(false);
  const hours = useMemo(() => hoursOf(timeline, timeZone), [timeline, timeZone]);
  const range = hoursAround(fitted ? stays : [], timeline, hours);
  const every = labelledEvery(range);
  const ticks = hours.map(({ atMs, hour }, index): Tick => {
    // The hour that a clock change repeats is written once.
    const labelled = hour % every === 0 && hours[index - 1]?.hour !== hour;
    const label = labelled ? formatTime(new Date(atMs).toISOString(), { locale, timeZone }) : null;
    return { atMs, label, spare: hour % (2 * every) !== 0 };
  });

  const lanes = lanesOf(handled);
  const lane = 100 / (Math.max(...lanes, 0) + 1);
  const tracks = [
    {
      id: "states",
      label: t("track.states"),
      heightPx: 40,
      marks: spans.map((cut): Mark => {
        const { className, height } = stateLook[cut.of.state ?? "unknown"];
        return { key: cut.of.from, ...timesOf(cut), className, top: 100 - height, height };
      }),
    },
    {
      id: "stays",
      label: t("track.stays"),
      heightPx: 20,
      marks: stays.map((cut): Mark => {
        const mobile = cut.of.platform === "mobile";
        const className = mobile
          ? "bg-accent-soft border border-accent/50 text-accent"
          : "bg-chip border border-line-field text-ink-2";
        const content = appMark(cut.of.platform);
        return { key: cut.of.id, ...timesOf(cut), className, top: 0, height: 100, content };
      }),
    },
    {
      id: "handled",
      label: t("track.handled"),
      heightPx: Math.min(36, Math.max(20, 10 * (Math.max(...lanes, 0) + 1))),
      marks: handled.map((cut, index): Mark => {
        return {
          key: cut.of.id,
          ...timesOf(cut),
          className: handledLook(cut.of),
          top: (lanes[index] ?? 0) * lane,
          height: lane * 0.88,
        };
      }),
    },
  ];

  const spanOf = (key: string) => spans.find(({ of }) => of.from === key);
  const stayOf = (key: string) => stays.find(({ of }) => of.id === key);
  const handledOf = (key: string) => handled.find(({ of }) => of.id === key);

  function sentence(track: string, key: string) {
    const span = track === "states" ? spanOf(key) : undefined;
    if (span) return words.ofSpan(span, handledDuring(handled, span));
    const stay = track === "stays" ? stayOf(key) : undefined;
    if (stay) return words.ofStay(stay);
    const one = handledOf(key);
    return one ? words.ofHandled(one, nowMs) : "";
  }

  function icon(track: string, key: string) {
    if (track === "states") return <SpanIcon state={spanOf(key)?.of.state ?? null} />;
    if (track === "stays") return <AppMark platform={stayOf(key)?.of.platform ?? "desktop"} />;
    const one = handledOf(key);
    return one && <HandledIcon {...one.of} />;
  }

  return (
    <div className="relative">
      <Button
        size="sm"
        aria-pressed={fitted}
        onClick={() => setFitted(!fitted)}
        className="mb-1.5 ml-auto flex! rounded-full! aria-pressed:border-accent/40! aria-pressed:bg-accent-soft!"
      >
        {t("fit")}
      </Button>
      <SpanBand
        label={t("band")}
        range={range}
        ticks={ticks}
        nowMs={nowMs < Date.parse(timeline.to) && nowMs <= range.toMs ? nowMs : null}
        tracks={tracks}
        sentence={sentence}
        icon={icon}
        hint={t("hint")}
      />
    </div>
  );
}

/** A state's icon; unknown is none, and has a dot. */
export function SpanIcon({ state }: Pick<Span, "state">) {
  return state ? (
    <StateIcon shape={state} />
  ) : (
    <span aria-hidden className="mx-0.75 inline-block size-2 rounded-full bg-line-field" />
  );
}

const hourMs = 3_600_000;

/** So many hours that no label touches the next. */
const labelledEvery = ({ fromMs, toMs }: TimeRange) => {
  const hours = (toMs - fromMs) / hourMs;
  return hours <= 13 ? 1 : hours <= 18 ? 2 : 3;
};

const appMark = (platform: Stay["platform"]) => <AppMark platform={platform} />;

const timesOf = ({ fromMs, toMs }: { fromMs: number; toMs: number }) => ({ fromMs, toMs });

export function AppMark({ platform }: Pick<Stay, "platform">) {
  const Icon = platform === "mobile" ? Smartphone : Monitor;
  return <Icon aria-hidden className="mx-0.5 size-3.5 shrink-0" />;
}

export function HandledIcon({
  channel,
  direction,
  missed,
}: Pick<Handled, "channel" | "direction" | "missed">) {
  const Icon = missed
    ? PhoneMissed
    : (iconOf[channel] ?? (direction === "inbound" ? PhoneIncoming : PhoneOutgoing));
  return <Icon aria-hidden className="size-3.5 text-ink-2" />;
}

const iconOf = { voice: null, chat: MessageSquare, email: Mail } as const;
