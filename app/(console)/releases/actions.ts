"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { action } from "@/app/_edges/action";
import type { ErrorCode } from "@/lib/errors";
import { adoptionPeople } from "@/lib/releases/adoption";
import { changeRelease, createRelease, deleteRelease } from "@/lib/releases/commands";
import {
  escalateRelease,
  keepRecommended,
  pauseRelease,
  remindRelease,
  resumeRelease,
  widenRelease,
  withdrawRelease,
} from "@/lib/releases/course";
import { previewDraft, previewDraftPeople } from "@/lib/releases/draft-preview";
import { escalationPeople, previewEscalation } from "@/lib/releases/escalation";
import type { ReleaseFacts } from "@/lib/releases/facts";
import { funnelPeople, funnelSteps } from "@/lib/releases/funnel";
import { PeopleFile, recordPeopleFile } from "@/lib/releases/people-file";
import {
  previewPeople,
  previewRelease,
  previewReminders,
  previewWider,
  reminderPeople,
  widerPeople,
} from "@/lib/releases/preview";
import { publishRelease } from "@/lib/releases/publish";
import {
  ChangeRelease,
  CreateRelease,
  EscalateRelease,
  EscalationQuery,
  PreviewDraft,
  PreviewQuery,
  PublishRelease,
  ReleaseId,
  WidenRelease,
  WiderQuery,
  WithReason,
} from "@/lib/releases/schema";
import { ok, type Result } from "@/lib/result";
import { Channel } from "@/prisma/generated/enums";
import { FigureKey } from "./_components/figures";
import { listedPeople } from "./_components/listed-people";

export const createDraft = action(CreateRelease, async (actor, input) =>
  told(await createRelease(actor, input)),
);
export const saveDraft = action(
  z.strictObject({ ...ReleaseId.shape, change: ChangeRelease }),
  async (actor, { id, change }) => told(await changeRelease(actor, { id, ...change })),
);
export const deleteDraft = action(ReleaseId, deleteRelease);

export const recordFile = action(PeopleFile, recordPeopleFile);

export const countDraft = action(PreviewDraft, previewDraft);
export const peopleOfDraft = action(
  z.strictObject({ draft: PreviewDraft, figure: FigureKey }),
  async (actor, { draft, figure }) =>
    listedPeople(draft.id ?? draft.channel, await previewDraftPeople(actor, draft, figure)),
);

const StoredQuery = PreviewQuery.extend({ ...ReleaseId.shape, atOnce: z.boolean().optional() });
export const countRelease = action(StoredQuery, previewRelease);
export const peopleOfRelease = action(StoredQuery.extend({ figure: FigureKey }), async (actor, input) =>
  listedPeople(input.id, await previewPeople(actor, input)),
);

export const peopleOfStep = action(
  z.strictObject({ ...ReleaseId.shape, step: z.enum(funnelSteps) }),
  async (actor, input) => listedPeople(input.id, await funnelPeople(actor, input)),
);
export const peopleOfVersion = action(
  z.strictObject({ channel: z.enum(Channel), day: z.iso.date(), version: z.string().max(64) }),
  async (actor, input, { timeZone }) =>
    listedPeople(input.channel, await adoptionPeople(actor, { ...input, timeZone })),
);

export const countReminders = action(ReleaseId, async (actor, input) =>
  ok(await previewReminders(actor, input)),
);
export const peopleReminded = action(
  z.strictObject({ ...ReleaseId.shape, which: z.enum(["reminded", "later"]) }),
  async (actor, input) => listedPeople(input.id, await reminderPeople(actor, input)),
);
export const countEscalation = action(EscalationQuery, previewEscalation);
export const peopleOfEscalation = action(
  z.strictObject({ asked: EscalationQuery, figure: FigureKey }),
  async (actor, { asked, figure }) => listedPeople(asked.id, await escalationPeople(actor, asked, figure)),
);

const Wider = WiderQuery.extend(ReleaseId.shape);
export const countWider = action(Wider, previewWider);
export const peopleOfWider = action(Wider.extend({ figure: FigureKey }), async (actor, input) =>
  listedPeople(input.id, await widerPeople(actor, input)),
);

export const publish = action(PublishRelease.extend(ReleaseId.shape), async (actor, input) =>
  told(await publishRelease(actor, input)),
);
const Reasoned = WithReason.extend(ReleaseId.shape);
export const pause = action(Reasoned, async (actor, input) => told(await pauseRelease(actor, input)));
export const resume = action(Reasoned, async (actor, input) => told(await resumeRelease(actor, input)));
export const keep = action(Reasoned, async (actor, input) => told(await keepRecommended(actor, input)));
export const withdraw = action(Reasoned, async (actor, input) => told(await withdrawRelease(actor, input)));
export const remind = action(Reasoned, async (actor, input) => told(await remindRelease(actor, input)));
export const widen = action(WidenRelease.extend(ReleaseId.shape), async (actor, input) =>
  told(await widenRelease(actor, input)),
);
export const escalate = action(EscalateRelease.safeExtend(ReleaseId.shape), async (actor, input) =>
  told(await escalateRelease(actor, input)),
);

/** What a screen needs of a release that was just written; the page is shown anew with it. */
function told(result: Result<ReleaseFacts, ErrorCode, unknown>) {
  if (!result.ok) return result;
  refresh();
  const { id, revision, status } = result.value;
  return ok({ id, revision, status });
}
