"use client";

import { useTranslations } from "use-intl";
import { Link } from "@/components/ui/link";
import { MomentBeside } from "../../_components/moment";
import type { ListedPeople } from "./listed-people";

type Props = Pick<ListedPeople, "teams" | "now">;

/** Whose IT is to install it, before the people themselves. */
export function PackagedTeams({ teams, now }: Props) {
  const t = useTranslations("release.people");
  return (
    <ul
      aria-label={t("teams")}
      className="-mt-2 mb-2 divide-y divide-line border-line border-b [&>li:last-child]:pb-3"
    >
      {teams.map(({ id, name, responsible, devices, signOutAt }) => (
        <li key={id} className="flex items-start justify-between gap-4 py-2">
          <div className="min-w-0">
            <Link href={`/teams/${id}`} className="font-medium hover:underline">
              {name}
            </Link>
            <p className={responsible.length > 0 ? "text-ink-2 text-xs" : "text-warn text-xs"}>
              {responsible.length > 0
                ? t("responsible", { names: responsible.join(", ") })
                : t("nobody-responsible")}
            </p>
          </div>
          <div className="shrink-0 text-right">
            <p className="num">{t("devices", { count: devices })}</p>
            {signOutAt && (
              <p className="text-ink-2 text-xs">
                {t("out-at")} <MomentBeside at={signOutAt} now={now} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
