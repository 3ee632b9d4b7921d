"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Moment } from "../../../_components/moment";
import { PeoplePanel } from "../../_components/people-panel";
import { usePeople } from "../../_components/use-people";
import { devicesOfItem } from "../actions";
import { AcknowledgeDialog } from "./acknowledge-dialog";
import type { ShownItem } from "./shown";

type Props = { item: ShownItem; now: string; timeZone: string };

/** One release for one team: until when, who looks after it, and on which devices. */
export function WorkItem({ item, now, timeZone }: Props) {
  const t = useTranslations("work-items");
  const channel = useTranslations("release.channel");
  const { id, team, version, responsible, signOutAt, acknowledgedAt } = item;
  const { opened, open, close } = usePeople((_: "devices") => devicesOfItem({ id }));
  // Whoever takes it on has answered.
  const escalatedAt = acknowledgedAt === null ? item.escalatedAt : null;
  const name = `${channel(item.channel)} ${version}`;

  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4.5 py-3">
      <div className="min-w-0 flex-1 basis-80">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium">{team}</span>
          <Link href={`/releases/${item.releaseId}`} className="num hover:underline">
            {name}
          </Link>
          <Badge tone={acknowledgedAt ? "ready" : "warn"}>{t(acknowledgedAt ? "taken" : "open")}</Badge>
          {escalatedAt && (
            <Badge tone="danger">
              {t("escalated")} <Moment at={escalatedAt} now={now} />
            </Badge>
          )}
        </p>
        <p className="text-ink-2 text-xs">
          {responsible.length > 0 ? responsible.join(", ") : t("nobody")} · {t("since")}{" "}
          <Moment at={item.madeAt} now={now} />
          {acknowledgedAt && (
            <>
              {" · "}
              {t("taken-at")} <Moment at={acknowledgedAt} now={now} />
            </>
          )}
          {signOutAt && (
            <>
              {" · "}
              {t("sign-out")} <Moment at={signOutAt} now={now} />
            </>
          )}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => open("devices")}>{t("devices")}</Button>
        {(!acknowledgedAt || signOutAt) && (
          <AcknowledgeDialog
            id={id}
            name={`${team}, ${name}`}
            acknowledged={acknowledgedAt !== null}
            signOutAt={signOutAt}
            timeZone={timeZone}
          />
        )}
      </div>
      <PeoplePanel
        title={t("devices-of", { name: `${team}, ${name}` })}
        opened={opened}
        onClose={close}
        file={{ href: `/api/work-items/${id}/devices`, label: t("devices-file") }}
      />
    </li>
  );
}
