import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { DesktopIcon } from "@/components/ui/desktop-icon";
import { PhoneIcon } from "@/components/ui/phone-icon";
import { deviceCode, deviceName } from "@/lib/sessions/device-names";
import type { InstallationRow } from "@/lib/sessions/devices";
import { appLabel, osLabel } from "@/lib/sessions/labels";
import { textsOf } from "../../../../../_edges/texts";
import { DeviceName } from "../../../../_components/device-name";
import { Moment } from "../../../../_components/moment";
import { UnknownVersion } from "../../../../_components/unknown-version";

const t = textsOf("login-info");

const shownAtOnce = 3;

type Props = { installations: InstallationRow[]; now: string };

/** Every app on every device that the person has signed in from, the one in use first. */
export function DevicesCard({ installations, now }: Props) {
  const rest = installations.slice(shownAtOnce);
  const list = (some: InstallationRow[]) => (
    <ul className="divide-y divide-line">
      {some.map((installation) => (
        <Installation key={installation.id} installation={installation} now={now} />
      ))}
    </ul>
  );
  return (
    <Card id="devices" aria-label={t("devices")} className="scroll-mt-16">
      <CardHeader
        className="mb-2"
        title={t("devices")}
        subtitle={installations.length > 0 && t("devices-count", { count: installations.length })}
      />
      {installations.length === 0 && <p className="text-ink-2">{t("devices-none")}</p>}
      {list(installations.slice(0, shownAtOnce))}
      {rest.length > 0 && (
        <details className="border-line border-t">
          <summary className="cursor-pointer rounded-md py-2 font-medium text-accent">
            {t("devices-more", { count: rest.length })}
          </summary>
          {list(rest)}
        </details>
      )}
    </Card>
  );
}

function Installation({ installation, now }: { installation: InstallationRow; now: string }) {
  const { channel, version, build, inUse } = installation;
  const platform = channel === "desktop" ? "desktop" : "mobile";
  const app = appLabel({ platform, version, build });
  const os = osLabel(installation);
  const device = installation.device === null ? null : deviceName(installation.device);
  const Icon = platform === "mobile" ? PhoneIcon : DesktopIcon;
  const at = (moment: Date) => <Moment at={moment.toISOString()} now={now} />;

  return (
    <li className="grid grid-cols-[1.625rem_minmax(0,1fr)] gap-x-3 py-2.5">
      <span className="grid h-5 place-items-center">
        <Icon size={22} label={t(`channel.${channel}`)} />
      </span>
      <div className="min-w-0">
        <div className="flex flex-wrap items-center justify-between gap-x-3">
          <p className="min-w-0 font-medium [overflow-wrap:anywhere]">
            <DeviceName name={device ?? t("device-unknown")} code={deviceCode(installation)} />
            {os && <span className="font-normal text-ink-2"> · {os}</span>}
          </p>
          {inUse && <Badge tone="ready">{t("device-now")}</Badge>}
        </div>
        <p className="flex flex-wrap items-center gap-x-1.5 text-ink-2 [overflow-wrap:anywhere]">
          {app}
          {installation.versionKey === null && <UnknownVersion />}
        </p>
        <p className="num text-ink-3 text-xs">
          {t("device-first")} {at(installation.firstSeenAt)}
          {!inUse && (
            <>
              {", "}
              {t("device-last")} {at(installation.lastSeenAt)}
            </>
          )}
          {" · "}
          {t("device-sessions", { count: installation.sessions })}
        </p>
      </div>
    </li>
  );
}
