import { LogIn } from "lucide-react";
import type { ReactNode } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { Code } from "@/components/ui/code";
import { DesktopIcon } from "@/components/ui/desktop-icon";
import { EmptyState } from "@/components/ui/empty-state";
import { FactNote, Facts } from "@/components/ui/facts";
import { PhoneIcon } from "@/components/ui/phone-icon";
import { Ago, Duration } from "@/components/ui/relative-time";
import { StateIcon } from "@/components/ui/state-icon";
import { causeKey } from "@/lib/sessions/cause";
import { deviceCode, deviceName } from "@/lib/sessions/device-names";
import { appLabel, appName, browserLabel, osLabel } from "@/lib/sessions/labels";
import type { UserDetails } from "@/lib/users/queries";
import { isKnownVersion } from "@/lib/versions/key";
import { textsOf } from "../../../../../_edges/texts";
import { DeviceName } from "../../../../_components/device-name";
import { Moment } from "../../../../_components/moment";
import { UnknownVersion } from "../../../../_components/unknown-version";
import { contactFacts } from "./contact-facts";

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
  const device = seat.device === null ? null : deviceName(seat.device);
  const label = [app, os, device].filter(Boolean).join(", ");

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
    platform === "mobile" || device !== null
      ? {
          label: t("device"),
          value: device === null ? told(null) : <DeviceName name={device} code={deviceCode(seat)} />,
        }
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
    ...contactFacts(user),
    {
      label: t("user-agent"),
      value: <Code className="font-normal text-ink-2">{told(seat.session?.userAgent ?? null)}</Code>,
    },
  ];

  return (
    <Card aria-label={t(seat.open ? "signed-in-on" : "last-session", { app: appName(platform) })}>
      <CardHeader
        className="mb-3"
        icon={platform === "mobile" ? <PhoneIcon label={label} /> : <DesktopIcon label={label} />}
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
