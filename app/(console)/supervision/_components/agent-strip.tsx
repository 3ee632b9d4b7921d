"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Card } from "@/components/ui/card";
import { countFormat, percentFormat } from "@/components/ui/formats";
import { PhoneIcon } from "@/components/ui/phone-icon";
import { Duration } from "@/components/ui/relative-time";
import { StateIcon } from "@/components/ui/state-icon";
import type { AgentList } from "@/lib/agents/schema";
import type { Summary } from "@/lib/agents/view";
import { type ChangeAddress, put } from "./use-agent-list";

type Props = { summary: Summary; list: AgentList; nowMs: number; change: ChangeAddress };

const states = ["busy", "ready", "after_call_work", "not_ready"] as const;

/** How many are in which state now; each figure shows those behind it alone. */
export function AgentStrip({ summary, list, nowMs, change }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const count = countFormat(locale);
  const percent = percentFormat(locale);
  const { signedIn, mobile, longest } = summary;
  const only = (name: "state" | "platform", value: string) =>
    list[name].length === 1 && list[name][0] === value;
  const toggle = (name: "state" | "platform", value: string) =>
    change((address) => put(address, name, only(name, value) ? null : value));
  const everybody = list.state.length === 0 && list.platform.length === 0;

  return (
    <Card
      flush
      aria-label={t("agents.strip.label")}
      className="grid shrink-0 grid-cols-2 gap-px bg-line! sm:grid-cols-4 lg:grid-cols-7"
    >
      <Figure
        value={count.format(signedIn)}
        label={t("agents.strip.signedIn")}
        pressed={everybody}
        marked={false}
        title={t("agents.strip.all")}
        onPress={() =>
          change((address) => {
            address.delete("state");
            address.delete("platform");
          })
        }
      />
      {states.map((state) => (
        <Figure
          key={state}
          value={count.format(summary.states[state])}
          icon={<StateIcon shape={state} />}
          label={t(`state.${state}`)}
          pressed={only("state", state)}
          title={t("agents.strip.show", { what: t(`state.${state}`) })}
          onPress={() => toggle("state", state)}
        />
      ))}
      <Figure
        value={signedIn > 0 ? percent.format(mobile / signedIn) : "–"}
        icon={
          <span aria-hidden>
            <PhoneIcon label="" size={18} />
          </span>
        }
        label={t("agents.strip.mobile")}
        pressed={only("platform", "mobile")}
        title={t("agents.strip.show", { what: t("agents.platform.mobile") })}
        onPress={() => toggle("platform", "mobile")}
      />
      <Figure
        value={
          longest?.stateSince ? (
            <Duration
              key={longest.id}
              ticking
              since={longest.stateSince}
              ms={Math.max(0, nowMs - Date.parse(longest.stateSince))}
            />
          ) : (
            "–"
          )
        }
        icon={<StateIcon shape="not_ready" />}
        label={longest?.name ?? t("agents.strip.nobody")}
        pressed={false}
        title={t("agents.strip.longest", { name: longest?.name ?? t("agents.strip.nobody") })}
        onPress={() =>
          longest &&
          change((address) => {
            put(address, "state", "not_ready");
            put(address, "sort", "-inState");
          })
        }
      />
    </Card>
  );
}

type FigureProps = {
  value: ReactNode;
  label: string;
  icon?: ReactNode;
  pressed: boolean;
  /** Shows that it is pressed. */
  marked?: boolean;
  title: string;
  onPress: () => void;
};

function Figure({ value, label, icon, pressed, marked = true, title, onPress }: FigureProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      title={title}
      onClick={onPress}
      className={clsx(
        "flex min-w-0 flex-col gap-0.5 px-3 py-2.5 text-left outline-offset-[-2px] transition-colors xl:px-4",
        // Seven in two or four columns: the last one fills its line.
        "max-lg:last:col-span-2",
        pressed && marked ? "bg-accent-soft" : "bg-panel hover:bg-hover",
      )}
    >
      <span className="num flex items-center gap-1.5 font-semibold text-xl tracking-tight">
        {icon && <span className="shrink-0">{icon}</span>}
        {value}
      </span>
      {/* In a narrow strip a name takes two lines, on a tablet three, rather than be cut. */}
      <span className="line-clamp-2 text-ink-2 lg:max-xl:line-clamp-3 leading-tight [overflow-wrap:anywhere] max-xl:text-xs">
        {label}
      </span>
    </button>
  );
}
