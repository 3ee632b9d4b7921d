import { isFound } from "@/lib/text";
import type { Checked, Create, Update } from "./check";
import type { Existing, Stored } from "./facts";
import { byLine } from "./problem";
import { type LineChange, type PreviewLine, type Show, type ShownField, shownFields } from "./schema";
import type { Given } from "./values";

/** What an import would do, line by line in the order of the file. */
export function linesOf(
  lines: readonly Given[],
  checked: Checked,
  teams: readonly { id: string; name: string }[],
): PreviewLine[] {
  const nameOf = new Map([...teams, ...checked.missingTeams].map(({ id, name }) => [id, name]));
  const teamName = (id: string) => nameOf.get(id) ?? "";
  const creates = only(checked.creates);
  const updates = only(checked.updates);
  const unchanged = only(checked.unchanged);
  const problems = byLine(checked.problems);
  const notices = byLine(checked.notices);

  return lines.map((given) => {
    const { line } = given;
    const told = { line, problems: problems.get(line) ?? [], notices: notices.get(line) ?? [] };
    const create = creates.get(line);
    if (create) return { ...told, ...whom(create), ...made(create, teamName) };
    const update = updates.get(line);
    if (update) return { ...told, ...whom(update.user), ...changed(update, teamName) };
    const same = unchanged.get(line);
    if (same) return { ...told, ...whom(same.user), outcome: "unchanged", changes: [], password: false };
    const { username = "", name = "" } = given;
    return { ...told, username, name, outcome: "bad", changes: [], password: false };
  });
}

const only = <T extends { line: number }>(items: readonly T[]) =>
  new Map(items.map((item) => [item.line, item]));

const whom = ({ username, name }: Pick<Existing, "username" | "name">) => ({ username, name });

const made = (create: Create, teamName: (id: string) => string) => ({
  outcome: "created" as const,
  password: create.password !== null,
  changes: shownFields.flatMap((field): LineChange[] => {
    const to = shown(field, create, teamName);
    return to === null || to.length === 0 ? [] : [{ field, from: null, to }];
  }),
});

const changed = ({ user, after, password }: Update, teamName: (id: string) => string) => ({
  outcome: "updated" as const,
  password: password !== null,
  changes: shownFields
    .filter((field) => after[storedAs(field)] !== undefined)
    .map((field) => ({
      field,
      from: shown(field, user, teamName),
      to: shown(field, { ...user, ...after }, teamName),
    })),
});

const storedAs = (field: ShownField): keyof Stored => (field === "team" ? "teamId" : field);

function shown(field: ShownField, stored: Stored, teamName: (id: string) => string): LineChange["to"] {
  if (field === "team") return teamName(stored.teamId);
  if (field === "supervises") return stored.supervises.map(teamName).toSorted();
  return field === "roles" ? [...stored.roles] : stored[field];
}

/** Whether a line is among those that are asked for. */
export function isShown(line: PreviewLine, { show, search }: { show: Show; search: string }): boolean {
  const kind = show === "all" || (show === "notes" ? line.notices.length > 0 : line.outcome === show);
  return kind && (search === "" || isFound(textOf(line), search));
}

const textOf = ({ username, name, changes, problems }: PreviewLine) =>
  [
    username,
    name,
    ...changes.flatMap(({ from, to }) => [from, to].flat()),
    ...problems.map(({ value }) => value),
  ].join("\n");
