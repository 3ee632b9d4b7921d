"use client";

import { Bell, BellRing, Headset, History, LogIn, LogOut, Plug, Unplug } from "lucide-react";
import { useCallback } from "react";
import { useLocale, useTranslations } from "use-intl";
import { StateIcon } from "@/components/ui/state-icon";
import type { What } from "@/lib/logs/beside";

const icon = "size-3.5 text-ink-2";

/** Its shape says what it is; the words are beside it. */
export function HappeningIcon({ what }: { what: What }) {
  switch (what.kind) {
    case "signed-in":
      return <LogIn aria-hidden className={icon} />;
    case "signed-out":
      return <LogOut aria-hidden className={icon} />;
    case "lost":
      return <Unplug aria-hidden className="size-3.5 text-warn" />;
    case "state":
      return what.back ? <Plug aria-hidden className={icon} /> : <StateIcon shape={what.state} size={13} />;
    case "began":
    case "ended":
    case "missed":
      return <Headset aria-hidden className={icon} />;
    case "left-out":
      return <History aria-hidden className={icon} />;
    case "told":
      return <Bell aria-hidden className={icon} />;
    case "acknowledged":
      return <BellRing aria-hidden className={icon} />;
  }
}

/** What happened, in a sentence: "Not Ready, Break". */
export function useHappeningWords() {
  const t = useTranslations();
  const locale = useLocale();
  return useCallback(
    (what: What): string => {
      switch (what.kind) {
        case "signed-in":
          return t("logs.beside.signed-in", { app: [what.app, what.device].filter(Boolean).join(", ") });
        case "signed-out": {
          const cause = what.cause && t(`login-info.cause-name.${what.cause}`);
          const why = cause && what.cause !== "signed_out" ? `: ${cause.toLocaleLowerCase(locale)}` : "";
          return `${t("logs.beside.signed-out")}${why}${what.lastSeen ? `, ${t("logs.beside.last-seen")}` : ""}`;
        }
        case "lost":
          return t("logs.beside.lost");
        case "left-out":
          return t("logs.beside.left-out", { count: what.count });
        case "state": {
          const state = [t(`state.${what.state}`), what.reason].filter(Boolean).join(", ");
          return what.back ? t("logs.beside.back", { state }) : state;
        }
        case "told":
        case "acknowledged":
          return t(`logs.beside.${what.kind}`, {
            version: what.version,
            kind: what.mandatory ? "mandatory" : "recommended",
          });
        default: {
          const { channel, direction, service } = what;
          const named = t("agents.interaction", {
            channel: t(`agents.channel.${channel}`),
            direction: t(`agents.direction.${direction}`),
          });
          return t(`logs.beside.${what.kind}`, { what: service ? `${named} · ${service}` : named });
        }
      }
    },
    [t, locale],
  );
}
