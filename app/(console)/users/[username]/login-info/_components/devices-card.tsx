import { Monitor } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { PhoneIcon } from "@/components/ui/phone-icon";
import { appLabel, osLabel } from "@/lib/sessions/labels";
import type { UserDetails } from "@/lib/users/queries";
import { textsOf } from "../../../../../_edges/texts";
import { Moment } from "../../../../_components/moment";
import { UnknownVersion } from "../../../../_components/unknown-version";

const t = textsOf("login-info");

/** Every app on every device that the person has signed in from, the latest first. */
export function DevicesCard({ user: { installations, seat, now } }: { user: UserDetails }) {
  const inUse = seat?.open ? seat.session?.installationId : null;
  return (
    <Card aria-label={t("devices")} className="flex flex-col">
      <CardHeader
        title={t("devices")}
        subtitle={installations.length > 0 && t("devices-count", { count: installations.length })}
      />
      {installations.length === 0 && <p className="mt-2 text-ink-2">{t("devices-none")}</p>}
      <ul className="mt-2 max-h-60 divide-y divide-line overflow-y-auto">
        {installations.map((installation) => (
          <li key={installation.id} className="flex items-center gap-3 py-2">
            <Device installation={installation} />
            {installation.id === inUse ? (
              <Badge tone="ready">{t("device-now")}</Badge>
            ) : (
              <span className="text-ink-2">
                {t("device-seen")}{" "}
                <Moment at={installation.lastSeenAt.toISOString()} now={now.toISOString()} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Device({ installation }: { installation: UserDetails["installations"][number] }) {
  const platform = installation.channel === "desktop" ? "desktop" : "mobile";
  const app = appLabel({ platform, version: installation.version, build: installation.build });
  const on = [installation.device, osLabel(installation)].filter(Boolean).join(" · ");
  return (
    <>
      <span className="grid w-6.5 place-items-center text-ink-2">
        {platform === "mobile" ? (
          <PhoneIcon size={22} label={on || app} />
        ) : (
          <Monitor aria-hidden className="size-4.5" />
        )}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{on || app}</span>
        {on && <span className="block truncate text-ink-2">{app}</span>}
        {installation.versionKey === null && <UnknownVersion />}
      </span>
    </>
  );
}
