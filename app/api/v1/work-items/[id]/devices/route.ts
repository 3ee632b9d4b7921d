import { z } from "zod";
import { route } from "@/app/_edges/route";
import { ok } from "@/lib/result";
import { deviceName } from "@/lib/sessions/device-names";
import { osLabel } from "@/lib/sessions/labels";
import { versionLabel } from "@/lib/versions/label";
import { devicesOf } from "@/lib/work-items/queries";
import { WorkItemId } from "@/lib/work-items/schema";

const Device = z
  .strictObject({
    username: z.string(),
    name: z.string(),
    personnelNumber: z.string().nullable(),
    installId: z.uuid().nullable(),
    device: z.string().nullable(),
    os: z.string().nullable(),
    label: z.string(),
    lastSeen: z.iso.datetime(),
  })
  .meta({ id: "Device" });

export const GET = route(
  {
    id: "listWorkItemDevices",
    summary: "List the devices that are to be updated",
    params: WorkItemId,
    answer: z.strictObject({ items: z.array(Device) }),
    refuses: ["not-found"],
  },
  async (actor, { params }) => {
    const devices = await devicesOf(actor, params);
    if (!devices.ok) return devices;
    const items = devices.value.map(({ user: { team: _, ...user }, ...one }) => ({
      ...user,
      installId: one.installId,
      device: one.device === null ? null : deviceName(one.device),
      os: osLabel(one),
      label: versionLabel(one.version, one.build),
      lastSeen: one.lastSeenAt.toISOString(),
    }));
    return ok({ items });
  },
);
