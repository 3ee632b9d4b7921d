import { problem } from "@/app/_edges/answers";
import { csvFile, fileRoute } from "@/app/_edges/console-route";
import { textsOf } from "@/app/_edges/texts";
import { deviceName } from "@/lib/sessions/device-names";
import { osLabel } from "@/lib/sessions/labels";
import { versionLabel } from "@/lib/versions/label";
import { exportDevices } from "@/lib/work-items/commands";
import { WorkItemId } from "@/lib/work-items/schema";

const t = textsOf("work-items.column");

/** The devices on which a team's IT has something to install. */
export const GET = fileRoute(WorkItemId, async (actor, { params }) => {
  const devices = await exportDevices(actor, params);
  if (!devices.ok) return problem(devices.code);
  const heads = [
    t("person"),
    t("username"),
    t("personnel-number"),
    t("app"),
    t("os"),
    t("device"),
    t("last-seen"),
  ];
  const rows = devices.value.map(({ user, ...app }) => [
    user.name,
    user.username,
    user.personnelNumber ?? "",
    versionLabel(app.version, app.build),
    osLabel(app) ?? "",
    app.device === null ? "" : deviceName(app.device),
    app.lastSeenAt.toISOString(),
  ]);
  return csvFile("devices-to-update.csv", [heads, ...rows]);
});
