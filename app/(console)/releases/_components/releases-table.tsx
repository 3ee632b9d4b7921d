"use client";

import { Rocket } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Moment } from "@/app/(console)/_components/moment";
import type { ColumnSpec } from "@/components/grid/column";
import { Grid } from "@/components/grid/grid";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { countFormat, percentFormat } from "@/components/ui/formats";
import type { ListedRelease } from "@/lib/releases/overview";
import { versionLabel } from "@/lib/versions/label";
import type { Channel } from "@/prisma/generated/enums";
import { peopleOfRelease } from "../actions";
import type { FigureKey } from "./figures";
import { PeoplePanel } from "./people-panel";
import { ReleaseStatusBadge } from "./release-status";
import { usePeople } from "./use-people";

const newest = { id: "version", desc: true };

type Props = { channel: Channel; releases: ListedRelease[]; writes: boolean; now: string };

export function ReleasesTable({ channel, releases, writes, now }: Props) {
  const t = useTranslations("releases");
  const figure = useTranslations("release.figure");
  const locale = useLocale();
  const { opened, open, close } = usePeople(({ id, key }: { id: string; key: FigureKey }) =>
    peopleOfRelease({ id, figure: key }),
  );
  const listed = opened && releases.find(({ id }) => id === opened.figure.id);
  const columns = useMemo((): ColumnSpec<ListedRelease>[] => {
    const when = (release: ListedRelease) =>
      release.publishedAt ?? (release.status === "scheduled" ? release.publishAt : null);
    return [
      {
        id: "version",
        header: t("column.version"),
        primary: true,
        width: 190,
        sortValue: ({ versionKey }) => versionKey,
        text: ({ version, build }) => versionLabel(version, build),
        cell: ({ version, build }) => <span className="num">{versionLabel(version, build)}</span>,
      },
      {
        id: "kind",
        header: t("column.kind"),
        width: 130,
        sortValue: ({ kind }) => kind,
        text: ({ kind }) => t(`kind.${kind}`),
        cell: ({ kind }) =>
          kind === "mandatory" ? <Badge tone="danger">{t("kind.mandatory")}</Badge> : t("kind.recommended"),
      },
      {
        id: "status",
        header: t("column.status"),
        width: 180,
        sortValue: ({ status }) => status,
        cell: (release) => <ReleaseStatusBadge release={release} />,
      },
      {
        id: "adoption",
        header: t("column.adoption"),
        width: 160,
        sortValue: ({ adoption }) => adoption,
        cell: ({ id, adoption }) =>
          adoption === null ? (
            <Nothing />
          ) : (
            <Figure empty={adoption === 0} onOpen={() => open({ id, key: "current" })}>
              <span className="flex items-center gap-2">
                <span aria-hidden className="h-1.5 w-20 overflow-hidden rounded-full bg-chip">
                  <span className="block h-full bg-accent" style={{ width: `${adoption * 100}%` }} />
                </span>
                <span className="num">{percentFormat(locale).format(adoption)}</span>
              </span>
            </Figure>
          ),
      },
      {
        id: "owed",
        header: t("column.owed"),
        align: "end",
        width: 90,
        sortValue: ({ owed }) => owed,
        cell: ({ id, owed }) =>
          owed ? (
            <Figure onOpen={() => open({ id, key: "owed" })}>{countFormat(locale).format(owed)}</Figure>
          ) : (
            <Nothing>{owed}</Nothing>
          ),
      },
      {
        id: "published",
        header: t("column.published"),
        width: 150,
        sortValue: when,
        cell: (release) => {
          const at = when(release);
          return at === null ? <Nothing /> : <Moment at={at.toISOString()} now={now} />;
        },
      },
      {
        id: "by",
        header: t("column.by"),
        width: 160,
        sortValue: ({ publishedBy }) => publishedBy,
        cell: ({ publishedBy }) => publishedBy,
      },
    ];
  }, [t, locale, now, open]);

  return (
    <Card flush>
      <Grid
        resting={newest}
        label={t("label")}
        columns={columns}
        rows={releases}
        rowId={({ id }) => id}
        href={({ id }) => `/releases/${id}`}
        empty={
          <EmptyState
            icon={<Rocket />}
            title={t(`empty.${channel}`)}
            {...(writes && {
              action: (
                <ButtonLink variant="primary" href={`/releases/new?channel=${channel}`}>
                  {t("first")}
                </ButtonLink>
              ),
            })}
          >
            {t("empty-text")}
          </EmptyState>
        }
      />
      <PeoplePanel
        title={
          opened && listed
            ? `${figure(`${opened.figure.key}.title`)}: ${versionLabel(listed.version, listed.build)}`
            : ""
        }
        opened={opened}
        onClose={close}
      />
    </Card>
  );
}

type FigureProps = { empty?: boolean; onOpen: () => void; children: ReactNode };

/** A figure that opens its people. */
function Figure({ empty = false, onOpen, children }: FigureProps) {
  if (empty) return children;
  return (
    <button type="button" onClick={onOpen} className="rounded-sm hover:underline">
      {children}
    </button>
  );
}

const Nothing = ({ children = "–" }: { children?: number | string | null }) => (
  <span className="text-ink-3">{children}</span>
);
