import { LogIn, Monitor } from "lucide-react";
import type { ReactNode } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { Code } from "@/components/ui/code";
import { EmptyState } from "@/components/ui/empty-state";
import { FactNote, Facts } from "@/components/ui/facts";
import { PhoneIcon } from "@/components/ui/phone-icon";
import { Ago, Duration } from "@/components/ui/relative-time";
import { StateIcon } from "@/components/ui/state-icon";
import { isKnownVersion } from "@/lib/releases/version";
import { contact } from "@/lib/seats/silence";
import { causeKey } from "@/lib/sessions/cause";
import { appLabel, appName, browserLabel, osLabel } from "@/lib/sessions/labels";
import type { UserDetails } from "@/lib/users/queries";
import { textsOf } from "../../../../../_edges/texts";
import { Moment } from "../../../../_components/moment";
import { UnknownVersion } from "../../../../_components/unknown-version";

const t = textsOf("login-info");
const state = textsOf("state");

const causeText = (cause: NonNullable<ReturnType<typeof causeKey>>, by: string | null) =>
  t(`cause.${cause}`, { by: by ?? t("cause.somebody"), app: t("cause.another-app") });

/** The open session, or the last one: which app, on what, since when, in touch or not. */
export function SeatCard({ user }: { user: UserDetails }) {
  const { seat, sign } = user;
  const now = user.now.toISOString();
  if (!seat?.platform || !seat.version || !seat.loginAt || !sign) {
    return (
      <Card>
        <EmptyState icon={<LogIn />} title={t("never")}>
          {t("never-text", { name: user.name })}
        </EmptyState>
      </Card>
    );
  }
  const { platform, version, build } = seat;
  const app = appLabel({ platform, version, build });
  const os = osLabel(seat);
  const told = (value: string | null): ReactNode => value ?? <FactNote>{t("not-told")}</FactNote>;
  const label = [app, os, seat.device].filter(Boolean).join(", ");

  const facts = [
    {
      label: t("app"),
      value: (
        <>
          {app} {!isKnownVersion(version) && <UnknownVersion />}
        </>
      ),
    },
    { label: t("os"), value: told(os) },
    platform === "mobile" || seat.device !== null
      ? { label: t("device"), value: told(seat.device) }
      : { label: t("browser"), value: told(browserLabel(seat)) },
    {
      label: t("signed-in"),
      value: (
        <>
          <Moment at={seat.loginAt.toISOString()} now={now} seconds />
          {seat.open && (
            <FactNote>
              <Ago at={seat.loginAt.toISOString()} now={now} />
            </FactNote>
          )}
        </>
      ),
    },
    ...(seat.open ? [stateFact(user, now)] : [signedOutFact(user, now), endedFact(user)]),
    {
      label: t("last-seen"),
      value: (
        <>
          {seat.open ? (
            <ContactNow user={user} now={now} />
          ) : (
            <Moment at={sign.lastSeenAt.toISOString()} now={now} seconds />
          )}
          {seat.ip && (
            <FactNote>
              {t("from")} <Code>{seat.ip}</Code>
            </FactNote>
          )}
        </>
      ),
    },
    {
      label: t("user-agent"),
      value: <Code className="font-normal text-ink-2">{told(seat.session?.userAgent ?? null)}</Code>,
    },
  ];

  return (
    <Card aria-label={t(seat.open ? "signed-in-on" : "last-session", { app: appName(platform) })}>
      <CardHeader
        className="mb-3"
        icon={
          platform === "mobile" ? (
            <PhoneIcon label={label} />
          ) : (
            <Monitor aria-hidden className="size-5 text-ink-2" />
          )
        }
        title={t(seat.open ? "signed-in-on" : "last-session", { app: appName(platform) })}
      />
      <Facts items={facts} />
    </Card>
  );
}

function stateFact({ seat }: UserDetails, now: string) {
  const since = seat?.stateSince?.toISOString() ?? now;
  return {
    label: t("state"),
    value: seat?.state && (
      <>
        <StateIcon shape={seat.state} />
        {state(seat.state)}
        {seat.reason && <FactNote>{seat.reason}</FactNote>}
        <FactNote>
          {t("for")} <Duration ticking since={since} ms={Date.parse(now) - Date.parse(since)} />
        </FactNote>
        {seat.openInteractions > 0 && <FactNote>{t("on-interaction")}</FactNote>}
      </>
    ),
  };
}

function signedOutFact({ seat }: UserDetails, now: string) {
  return {
    label: t("signed-out-at"),
    value: seat?.logoutAt && (
      <>
        <Moment at={seat.logoutAt.toISOString()} now={now} seconds />
        <FactNote>
          <Ago at={seat.logoutAt.toISOString()} now={now} />
        </FactNote>
      </>
    ),
  };
}

function endedFact({ seat, endedBy }: UserDetails) {
  const session = seat?.session;
  const cause = session ? causeKey(session) : null;
  return {
    label: t("column.ended"),
    value: cause && (
      <>
        {causeText(cause, endedBy)}
        {session?.endReason && <FactNote>{session.endReason}</FactNote>}
      </>
    ),
  };
}

function ContactNow({
  user: { seat, sign, mobileSilenceSeconds, now: at },
  now,
}: {
  user: UserDetails;
  now: string;
}) {
  if (!sign || !seat) return null;
  const [connected, onInteraction] = [seat.streamId !== null, seat.openInteractions > 0];
  const kind = contact(sign, { connected, onInteraction, mobileSilenceSeconds, now: at });
  return (
    <>
      {kind === "connected" ? t("contact.connected") : <Ago at={sign.lastSeenAt.toISOString()} now={now} />}
      {kind !== "connected" && <FactNote>{t(`contact.${kind}`)}</FactNote>}
    </>
  );
}
