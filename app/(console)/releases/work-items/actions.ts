"use server";

import { refresh } from "next/cache";
import { action } from "@/app/_edges/action";
import { listed } from "@/lib/releases/behind";
import { ok } from "@/lib/result";
import { acknowledgeWorkItem } from "@/lib/work-items/commands";
import { devicesOf } from "@/lib/work-items/queries";
import { AcknowledgeWorkItem, WorkItemId } from "@/lib/work-items/schema";
import { listedPeople } from "../_components/listed-people";

export const devicesOfItem = action(WorkItemId, async (actor, { id }) => {
  const devices = await devicesOf(actor, { id });
  if (!devices.ok) return devices;
  const items = devices.value.map(({ user: { username, name, team }, ...app }) =>
    listed({ ...app, username, name, team: team.name }),
  );
  return listedPeople(id, ok({ items, teams: [] }));
});

export const acknowledge = action(AcknowledgeWorkItem.extend(WorkItemId.shape), async (actor, input) => {
  const result = await acknowledgeWorkItem(actor, input);
  refresh();
  return result.ok ? ok({ id: input.id }) : result;
});
