import { Role } from "@/prisma/generated/enums";
import type { Field, Mapping } from "./fields";
import type { Line, LineFault } from "./sheet";

/** What a line says of one person. An empty cell says nothing, and so leaves what is there. */
export type Given = {
  line: number;
  fault: LineFault | null;
  username?: string;
  name?: string;
  email?: string;
  team?: string;
  roles?: readonly string[];
  supervises?: readonly string[];
  personnelNumber?: string;
  password?: string;
};

export function readLine(line: Line, mapping: Mapping): Given {
  const cell = (field: Field) => line.cells[mapping.indexOf(field)] || undefined;
  // A cell that was broken into lines for its looks is one line here.
  const row = (field: Field) => cell(field)?.replaceAll(/\s*\n\s*/g, " ");
  const names = [row("firstName"), row("lastName")].filter((part) => part !== undefined);
  const plain = {
    username: cell("username"),
    name: row("name") ?? (names.length > 0 ? names.join(" ") : undefined),
    email: cell("email"),
    team: row("team"),
    personnelNumber: cell("personnelNumber"),
    password: cell("password"),
    roles: split(cell("roles"), /[;|,\n]/)?.flatMap((part) => (roleOf(part) ? [part] : part.split(/\s+/))),
    // The names of teams may hold commas and spaces.
    supervises: split(cell("supervises"), /[;|\n]/),
  };
  const said = Object.entries(plain).filter(([, value]) => value !== undefined && value.length > 0);
  return { line: line.number, fault: line.fault, ...Object.fromEntries(said) };
}

function split(cell: string | undefined, by: RegExp) {
  return cell
    ?.split(by)
    .map((part) => part.trim())
    .filter(Boolean);
}

const roleWords: Record<string, Role> = {
  admin: Role.administrator,
  "report builder": Role.analyst,
  teamleiter: Role.supervisor,
  teamlead: Role.supervisor,
  "team lead": Role.supervisor,
  user: Role.agent,
};

/** The role that a word stands for. */
export function roleOf(word: string): Role | undefined {
  const lower = word.toLowerCase();
  return Object.values(Role).find((role) => role === lower) ?? roleWords[lower];
}
