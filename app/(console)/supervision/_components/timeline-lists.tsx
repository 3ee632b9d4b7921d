"use client";

import { type ReactNode, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { formatDuration } from "@/components/ui/duration";
import { Link } from "@/components/ui/link";
import { handledDuring, heldMsOf } from "@/lib/agents/timeline";
import { AppMark, HandledIcon, SpanIcon } from "./timeline-band";
import type { CutDay } from "./timeline-body";
import { useSpanWords } from "./use-span-words";

/** The sessions of the day: where somebody worked, and how each ended. */
export function StayList({ timeline, stays, linked }: CutDay & { linked: boolean }) {
  const t = useTranslations();
  const words = useSpanWords();
  const locale = useLocale();
  return (
    <ul aria-label={t("timeline.track.stays")} className="flex flex-col gap-2">
      {stays.map((cut) => {
        const { id, platform, app, os, device, cause, lastSeen } = cut.of;
        const { from, to } = words.when(cut);
        const ended = cut.of.to === null ? t("timeline.still") : cause && t(`login-info.cause-name.${cause}`);
        return (
          <li key={id} className="flex items-start gap-2">
            <span className="grid h-5 place-items-center text-ink-2">
              <AppMark platform={platform} />
            </span>
            <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              {linked ? (
                <Link
                  href={`/users/${encodeURIComponent(timeline.username)}/login-info?session=${id}`}
                  className="font-medium text-accent underline-offset-2 hover:underline"
                >
                  {app}
                </Link>
              ) : (
                <span className="font-medium">{app}</span>
              )}
              <span className="block text-ink-2">
                {[os, device, ended?.toLocaleLowerCase(locale), lastSeen && t("timeline.last-seen")]
                  .filter(Boolean)
                  .join(", ")}
              </span>
            </p>
            <span className="num text-right">
              {from}–{to}
              <span className="block text-ink-2">{formatDuration(cut.toMs - cut.fromMs, true)}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The same as the bars say, to be read line by line. */
export function SpanLists({ spans, handled, nowMs }: CutDay) {
  const t = useTranslations("timeline");
  const words = useSpanWords();
  return (
    <div className="flex flex-col gap-1">
      <Unfolding summary={t("states-list", { count: spans.length })}>
        {() => (
          <Lines label={t("track.states")} heads={[t("column.state"), t("column.what")]}>
            {spans.map((cut) => (
              <Line key={cut.of.from} cut={cut} words={words}>
                <td className={cell}>
                  <span className="flex items-center gap-1.5 whitespace-nowrap">
                    <SpanIcon state={cut.of.state} />
                    {words.state(cut.of)}
                  </span>
                </td>
                <td className={cell}>{words.why(cut.of, handledDuring(handled, cut))}</td>
              </Line>
            ))}
          </Lines>
        )}
      </Unfolding>
      {handled.length > 0 && (
        <Unfolding summary={t("handled-list", { count: handled.length })}>
          {() => (
            <Lines label={t("track.handled")} heads={[t("column.interaction"), t("column.held")]}>
              {handled.map((cut) => (
                <Line key={cut.of.id} cut={cut} words={words}>
                  <td className={cell}>
                    <span className="flex items-center gap-1.5">
                      <HandledIcon {...cut.of} />
                      {words.interaction(cut.of)}
                    </span>
                  </td>
                  <td className={`num ${cell}`}>
                    {cut.of.missed ? t("missed") : heldWords(heldMsOf(cut.of, nowMs))}
                  </td>
                </Line>
              ))}
            </Lines>
          )}
        </Unfolding>
      )}
    </div>
  );
}

const line = "border-line border-b py-1";
const cell = `${line} pr-3 [overflow-wrap:anywhere]`;
const heldWords = (ms: number) => (ms > 0 ? formatDuration(ms, true) : "");

/** Made when it is opened: hundreds of lines are not for everybody. */
function Unfolding({ summary, children }: { summary: string; children: () => ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="num w-fit cursor-pointer rounded-sm py-1 font-medium">{summary}</summary>
      {open && children()}
    </details>
  );
}

function Lines({ label, heads, children }: { label: string; heads: readonly string[]; children: ReactNode }) {
  const t = useTranslations("timeline.column");
  const head = `${line} font-normal text-ink-2`;
  return (
    <table aria-label={label} className="mt-1 w-full border-separate border-spacing-0 text-left align-top">
      <thead>
        <tr>
          <th scope="col" className={head}>
            {t("time")}
          </th>
          {heads.map((name) => (
            <th key={name} scope="col" className={head}>
              {name}
            </th>
          ))}
          <th scope="col" className={`${head} text-right`}>
            {t("length")}
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

type LineProps = {
  cut: { fromMs: number; toMs: number; going: boolean };
  words: ReturnType<typeof useSpanWords>;
  children: ReactNode;
};

function Line({ cut, words, children }: LineProps) {
  const { from, to } = words.when(cut);
  return (
    <tr>
      <td className={`num whitespace-nowrap ${cell}`}>
        {from}–{to}
      </td>
      {children}
      <td className={`num text-right ${line}`}>{formatDuration(cut.toMs - cut.fromMs, true)}</td>
    </tr>
  );
}
