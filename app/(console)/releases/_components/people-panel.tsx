"use client";

import { Download } from "lucide-react";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { SidePanel } from "@/components/ui/side-panel";
import { PackagedTeams } from "./packaged-teams";
import { PeopleList } from "./people-list";
import { useSavePeople } from "./save-people";
import type { Opened } from "./use-people";

type Props = {
  title: string;
  /** Null while it is closed. */
  opened: Opened<unknown> | null;
  onClose: () => void;
  /** Where the list is had as a file that says more than the list. */
  file?: { href: string; label: string };
};

/** Whom a figure counts, by name. */
export function PeoplePanel({ title, opened, onClose, file }: Props) {
  const t = useTranslations("release.people");
  const problem = useTranslations("problem");
  const ui = useTranslations("ui");
  const save = useSavePeople();
  const result = opened?.result ?? null;
  const list = result?.ok ? result.value : null;
  const count = list?.items.length ?? 0;
  const first = list?.items[0];
  const counted = first?.now ? "count" : first?.app ? "then" : "people";

  return (
    <SidePanel
      open={opened !== null}
      onClose={onClose}
      closeLabel={ui("close")}
      title={<span className="inline-block first-letter:uppercase">{title}</span>}
      description={list ? t(counted, { count }) : t("loading")}
      actions={
        list &&
        count > 0 &&
        (file ? (
          <a href={file.href} download className={buttonStyle()}>
            <Download aria-hidden className="size-3.5" />
            {file.label}
          </a>
        ) : (
          <Button onClick={() => save(list, title)}>
            <Download aria-hidden className="size-3.5" />
            {t("save")}
          </Button>
        ))
      }
    >
      {result && !result.ok && <Alert live title={problem(result.code)} />}
      {list && (
        <>
          {list.teams.length > 0 && <PackagedTeams teams={list.teams} now={list.now} />}
          <PeopleList title={title} people={list.items} now={list.now} />
        </>
      )}
    </SidePanel>
  );
}
