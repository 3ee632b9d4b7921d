import { Monitor, Smartphone } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { Ago } from "@/components/ui/relative-time";
import type { OwnSession } from "@/lib/auth/own-sessions";
import { textsOf } from "../../../_edges/texts";
import { Moment } from "../../_components/moment";
import { EndOtherSessions, EndSession } from "./end-session";

const t = textsOf("profile.sessions");

type Props = { sessions: OwnSession[]; thisId: string; now: string };

/** Where the person is signed in to the console, and the way to end it there. */
export function SessionsCard({ sessions, thisId, now }: Props) {
  const rows = sessions.toSorted((a, b) => Number(b.id === thisId) - Number(a.id === thisId));
  return (
    <Card aria-label={t("title")}>
      <CardHeader title={t("title")} actions={rows.length > 1 && <EndOtherSessions />} />
      <ul className="mt-2 divide-y divide-line">
        {rows.map((session) => (
          <Row key={session.id} session={session} isThis={session.id === thisId} now={now} />
        ))}
      </ul>
      {rows.length === 1 && <p className="text-ink-2">{t("only")}</p>}
    </Card>
  );
}

function Row({ session, isThis, now }: { session: OwnSession; isThis: boolean; now: string }) {
  const { browser, version, os, handheld } = session.place;
  const name = browser && [browser, version].filter(Boolean).join(" ");
  const place = name && os ? t("on", { browser: name, os }) : (name ?? os ?? t("unknown"));
  const Icon = handheld ? Smartphone : Monitor;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <Icon aria-hidden className="size-4.5 shrink-0 text-ink-2" />
      <div className="min-w-56 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {place} {isThis && <Badge tone="ready">{t("this")}</Badge>}
        </p>
        <p className="num flex flex-wrap gap-x-2 text-ink-2">
          {session.ip && <span>{session.ip}</span>}
          <span>
            {t("since")} <Moment at={session.createdAt.toISOString()} now={now} />
          </span>
          {!isThis && (
            <span>
              {t("seen")} <Ago at={session.lastSeenAt.toISOString()} now={now} />
            </span>
          )}
        </p>
      </div>
      {!isThis && <EndSession sessionId={session.id} place={place} />}
    </li>
  );
}
