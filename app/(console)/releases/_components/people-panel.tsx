"use client";

import { useTranslations } from "use-intl";
import type { ActionResult } from "@/app/_edges/action";
import { Alert } from "@/components/ui/alert";
import { Link } from "@/components/ui/link";
import { SidePanel } from "@/components/ui/side-panel";
import { MomentBeside } from "../../_components/moment";
import type { ListedPeople, ListedPerson } from "./listed-people";
import { PackagedTeams } from "./packaged-teams";

type Props = {
  open: boolean;
  title: string;
  /** Null until it is there. */
  result: ActionResult<ListedPeople> | null;
  onClose: () => void;
};

/** Whom a figure counts, by name. */
export function PeoplePanel({ open, title, result, onClose }: Props) {
  const t = useTranslations("release.people");
  const problem = useTranslations("problem");
  const ui = useTranslations("ui");
  const list = result?.ok ? result.value : null;

  return (
    <SidePanel
      open={open}
      onClose={onClose}
      closeLabel={ui("close")}
      title={<span className="inline-block first-letter:uppercase">{title}</span>}
      description={
        list
          ? t(list.items.some(({ app }) => app !== "") ? "count" : "people", { count: list.total })
          : t("loading")
      }
    >
      {result && !result.ok && <Alert live title={problem(result.code)} />}
      {list && (
        <>
          {list.teams.length > 0 && <PackagedTeams teams={list.teams} now={list.now} />}
          <ul aria-label={title} className="-my-2 divide-y divide-line">
            {list.items.map((person) => (
              <Person key={person.id} person={person} now={list.now} />
            ))}
          </ul>
          {list.items.length < list.total && (
            <p className="mt-3 text-ink-2">{t("first", { count: list.items.length })}</p>
          )}
        </>
      )}
    </SidePanel>
  );
}

function Person({ person, now }: { person: ListedPerson; now: string }) {
  const t = useTranslations("release.people");
  return (
    <li className="flex items-start justify-between gap-4 py-2">
      <div className="min-w-0">
        <Link
          href={`/users/${encodeURIComponent(person.username)}/login-info`}
          className="font-medium hover:underline"
        >
          {person.name}
        </Link>
        <p className="text-ink-2 text-xs">
          {person.username} · {person.team}
        </p>
      </div>
      <div className="max-w-[58%] shrink-0 text-right">
        <p className="num">{person.app}</p>
        <p className="text-ink-2 text-xs">
          {person.device}
          {person.signOutAt ? (
            <>
              {" · "}
              {t(person.onInteraction ? "out-after" : "out-at")}{" "}
              <MomentBeside at={person.signOutAt} now={now} />
            </>
          ) : (
            !person.signedIn && ` · ${t("signed-out")}`
          )}
        </p>
      </div>
    </li>
  );
}
