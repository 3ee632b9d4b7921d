"use client";

import { ArrowRight, Clock, CornerDownRight, Rocket, UsersRound } from "lucide-react";
import { useTranslations } from "use-intl";
import type { NavSection } from "@/components/shell/nav";
import type { PaletteGroup } from "@/components/shell/palette";
import type { PaletteItem } from "@/components/shell/palette-item";
import { Badge } from "@/components/ui/badge";
import type { Keys } from "@/components/ui/kbd";
import { PhoneIcon } from "@/components/ui/phone-icon";
import { StateIcon } from "@/components/ui/state-icon";
import type { Permission } from "@/lib/auth/permissions";
import { beginsWords } from "@/lib/search/match";
import type { Found, FoundPerson, FoundRelease, FoundTeam } from "@/lib/search/schema";
import { versionLabel } from "@/lib/versions/label";
import { actions } from "./palette-actions";
import type { Pick } from "./recent-picks";
import { shortcuts } from "./shortcuts";

/** What the palette lists: opens a page or runs something; may lead on to more of the same. */
export type Entry = PaletteItem & { steps?: readonly Entry[] } & (
    | { href: string; pick?: Pick }
    | { run: () => void }
  );

type Given = {
  places: readonly NavSection[];
  granted: readonly Permission[];
  recent: readonly Pick[];
  found: Found;
  text: string;
  tools: { showKeyboardMap: () => void };
};

/** What a text means, in groups: what the page knows itself comes first, so that nothing moves when the server answers. */
export function useEntries({ places, granted, recent, found, text, tools }: Given) {
  const t = useTranslations("palette");
  const toPerson = usePersonEntry(granted);
  const toTeam = useTeamEntry();
  const toRelease = useReleaseEntry();
  const means = (...words: string[]) => beginsWords(words.join(" "), text);

  const pages: Entry[] = places
    .flatMap(({ label: note = "", items }) => items.map(({ href, label }) => ({ href, label, note })))
    .filter(({ label, note }) => means(note, label))
    // "te" is Teams before it is Users, of the section Users & Teams.
    .toSorted((one, other) => Number(means(other.label)) - Number(means(one.label)))
    .map((page) => ({
      ...page,
      id: page.href,
      icon: <ArrowRight aria-hidden />,
      keys: keysOf(page.href),
    }));
  const commands: Entry[] = actions
    .filter(({ key, needs }) => (!needs || granted.includes(needs)) && means(t(`action.${key}`)))
    .map(({ key, icon: Icon, ...does }) => ({
      id: key,
      label: t(`action.${key}`),
      icon: <Icon aria-hidden />,
      ...("href" in does ? { href: does.href } : { run: () => does.run(tools) }),
    }));
  const picked = text === "" ? recent.map(toRecent) : [];

  const groups: PaletteGroup<Entry>[] = [
    { id: "recent", label: t("recent"), items: picked },
    { id: "places", label: t("places"), items: pages },
    { id: "actions", label: t("actions"), items: commands },
    { id: "people", label: t("people"), items: found.people.map(toPerson) },
    { id: "teams", label: t("teams"), items: found.teams.map(toTeam) },
    { id: "releases", label: t("releases"), items: found.releases.map(toRelease) },
  ];
  return groups.filter((group) => group.items.length > 0);
}

const keysOf = (href: string): Keys | undefined =>
  shortcuts.everywhere.find(({ does }) => typeof does === "object" && does.opens === href)?.keys[0];

const toRecent = (pick: Pick): Entry => ({
  ...pick,
  id: `recent ${pick.id}`,
  icon: <Clock aria-hidden />,
  pick,
});

function usePersonEntry(granted: readonly Permission[]) {
  const t = useTranslations();
  return (person: FoundPerson): Entry => {
    const { id, name: label, username, team } = person;
    const href = `/users/${encodeURIComponent(username)}`;
    const shape = person.state ?? "signed_out";
    const looks = {
      icon: <StateIcon shape={shape} label={t(`state.${shape}`)} />,
      note: (
        <>
          {username} {person.disabled && <Badge>{t("palette.disabled")}</Badge>}
        </>
      ),
      detail: (
        <>
          {person.mobile && <PhoneIcon label={t("palette.mobile")} size={20} />}
          <span className="truncate">{team}</span>
        </>
      ),
    };
    return leadingOn({ id, label, note: username, detail: team, href }, looks, [
      { id: "details", label: t("user.tabs.details"), href },
      { id: "login-info", label: t("user.tabs.login-info"), href: `${href}/login-info` },
      ...(granted.includes("logs:read")
        ? [{ id: "logs", label: t("user.tabs.logs"), href: `${href}/logs` }]
        : []),
    ]);
  };
}

function useTeamEntry() {
  const t = useTranslations();
  return ({ id, name: label, members }: FoundTeam): Entry => {
    const href = `/teams/${id}`;
    const detail = t("palette.members", { count: members });
    return leadingOn({ id, label, detail, href }, { icon: <UsersRound aria-hidden /> }, [
      { id: "settings", label: t("team.tabs.settings"), href },
      { id: "people", label: t("team.tabs.people"), href: `${href}/people` },
    ]);
  };
}

function useReleaseEntry() {
  const t = useTranslations("release");
  return ({ id, channel, version, build, status }: FoundRelease): Entry => {
    const label = `${t(`channel.${channel}`)} ${versionLabel(version, build)}`;
    const pick = { id, label, detail: t(`status.${status}`), href: `/releases/${id}` };
    return { ...pick, icon: <Rocket aria-hidden />, pick };
  };
}

type Tab = { id: string; label: string; href: string };

/** An entry whose tabs the right arrow leads to; whichever is opened, the entry is what is kept as recent. */
const leadingOn = (pick: Pick, looks: Partial<PaletteItem>, tabs: readonly Tab[]): Entry => ({
  ...pick,
  ...looks,
  pick,
  leadsOn: true,
  steps: tabs.map((tab) => ({ ...tab, icon: <CornerDownRight aria-hidden />, pick })),
});
