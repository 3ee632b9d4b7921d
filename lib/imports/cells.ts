import { keepsRules } from "@/lib/auth/password-rules";
import { CreateUser, Username } from "@/lib/users/schema";
import type { Teams } from "./check";
import type { Existing } from "./facts";
import type { Field } from "./fields";
import type { Problem, ProblemCode } from "./problem";
import { type Given, roleOf } from "./values";

const most = { username: 64, name: 128, email: 254, team: 128, personnelNumber: 64, password: 1024 };
type Text = keyof typeof most;

const shapes = { name: CreateUser.shape.name, team: CreateUser.shape.team };
const Email = CreateUser.shape.email;

/** 1.23457E+11 is what Excel makes of a long number. */
const mangled = /^\d[.,]?\d*E\+\d+$/i;

/** What is wrong with the cells of one line by themselves. */
export function cellProblems(
  given: Given,
  { user, teams }: { user: Existing | undefined; teams: Teams },
): Problem[] {
  const found: Problem[] = [];
  const add = (code: ProblemCode, field: Field | null, value = "", other = "") => {
    found.push({ line: given.line, field, value, code, other });
  };
  // Where quotes are broken, the cells are not what their writer meant.
  if (given.fault) {
    add(given.fault, null);
    return found;
  }

  const needed: Text[] = user ? ["username"] : ["username", "name", "team"];
  for (const field of needed) if (given[field] === undefined) add("missing", field);

  for (const field of Object.keys(most) as Text[]) {
    const value = given[field];
    if (value === undefined) continue;
    // A password is never shown, not even a bad one.
    const shown = field === "password" ? "" : value;
    const code = value.length > most[field] ? "too-long" : faultOf(field, value, given, user);
    if (code) add(code, field, shown, code === "too-long" ? String(most[field]) : "");
    else if (field === "team" && !teams.has(value)) add("unknown-team", field, value);
  }
  for (const name of given.supervises ?? []) {
    if (!shapes.team.safeParse(name).success) add("bad-text", "supervises", name);
    else if (!teams.has(name)) add("unknown-team", "supervises", name);
  }
  for (const word of given.roles ?? []) if (!roleOf(word)) add("unknown-role", "roles", word);
  return found;
}

function faultOf(field: Text, value: string, given: Given, user?: Existing): ProblemCode | null {
  switch (field) {
    case "username":
      return Username.safeParse(value).success ? null : "bad-username";
    case "email":
      return Email.safeParse(value).success ? null : "bad-email";
    case "password":
      if (!CreateUser.shape.password.safeParse(value).success) return "short-password";
      return keepsRules(value, { username: "", name: "", ...user, ...given }) ? null : "weak-password";
    case "personnelNumber":
      if (mangled.test(value)) return "number-mangled";
      return CreateUser.shape.personnelNumber.safeParse(value).success ? null : "bad-text";
    default:
      return shapes[field].safeParse(value).success ? null : "bad-text";
  }
}
