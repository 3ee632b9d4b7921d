import type { Metadata } from "next";
import { z } from "zod";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { listLayouts } from "@/lib/layouts/queries";
import { listSchedules } from "@/lib/schedules/queries";
import { timeZones } from "@/lib/time-zones";
import { pageSession } from "../../../_edges/actor";
import { localeFor, textsOf } from "../../../_edges/texts";
import { weekStartOf } from "../login-logout/_components/report-address";
import { Schedules } from "./_components/schedules";

const t = textsOf("schedules");

export const metadata: Metadata = { title: t("title") };

/** `new` opens the form for another one, of the layout that it may name. */
const Query = z.object({ new: z.string().optional() }).catch({});

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SchedulesPage({ searchParams }: Props) {
  const { actor, timeZone, clock } = await pageSession("reports:schedule");
  const { new: begins } = Query.parse(await searchParams);
  const [schedules, layouts, me, now] = await Promise.all([
    listSchedules(actor),
    listLayouts(actor, "login-logout"),
    db.user.findUnique({ where: { id: actor.id ?? "" }, select: { email: true } }),
    databaseNow(db),
  ]);

  return (
    <Schedules
      schedules={schedules}
      choices={{
        layouts: layouts.map(({ id, name }) => ({ value: id, label: name })),
        zones: timeZones(),
      }}
      reader={{ address: me?.email ?? null, timeZone, weekStart: weekStartOf(localeFor(clock)) }}
      sendsMail={env().SMTP_URL !== undefined}
      begins={begins ?? null}
      now={now}
    />
  );
}
