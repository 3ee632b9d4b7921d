import type { Metadata } from "next";
import { contentIn } from "@/app/_components/view-address";
import { addressWith, type Params } from "@/app/_edges/params";
import { can } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { readCatalogue } from "@/lib/reports/queries";
import { teamsSeen } from "@/lib/teams/queries";
import { timeZones } from "@/lib/time-zones";
import { pageSession } from "../../../_edges/actor";
import { preference } from "../../../_edges/preference";
import { localeFor, textsOf } from "../../../_edges/texts";
import { pageViews } from "../../../_edges/views";
import { chartsCookie } from "./_components/charts-cookie";
import { firstPart } from "./_components/first-part";
import { askedIn, weekStartOf } from "./_components/report-address";
import { ReportView } from "./_components/report-view";
import { shelfCookie } from "./_components/shelf-cookie";

const t = textsOf("reports");

export const metadata: Metadata = { title: t("title") };

type Props = { searchParams: Promise<Params> };

export default async function ReportPage({ searchParams }: Props) {
  const { actor, timeZone, clock } = await pageSession("reports:read");
  const params = await searchParams;
  const views = await pageViews(actor, "login-logout", { path: "/reports/login-logout", params });
  const catalogue = await readCatalogue();
  const address = addressWith(params);
  const reader = { timeZone, weekStart: weekStartOf(localeFor(clock)) };
  const asked = askedIn(address, contentIn(address, views.catalogue), reader);
  const [first, teams, now] = await Promise.all([
    firstPart(actor, asked, catalogue),
    can(actor, "layouts:share") ? teamsSeen(actor) : [],
    databaseNow(db),
  ]);

  return (
    // As high as the window leaves: the list scrolls, not the page.
    <div className="flex min-h-128 flex-col gap-4 lg:h-[calc(100dvh-5.625rem)]">
      <ReportView
        catalogue={catalogue}
        views={views}
        teams={teams}
        zones={timeZones()}
        reader={reader}
        first={first}
        shelf={await preference(shelfCookie)}
        folded={(await preference(chartsCookie)) === "folded"}
        schedules={can(actor, "reports:schedule")}
        now={now.toISOString()}
      />
    </div>
  );
}
