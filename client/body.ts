import { Problem } from "./problem";

export type Body = Readonly<Record<string, unknown>>;

/** What came is not what the protocol says: most likely another server answered. */
export const unexpected = (what: string) =>
  new Problem("unexpected-answer", `${what} is not as the protocol says`);

export function isBody(value: unknown): value is Body {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function part(value: unknown, name: string): Body {
  if (isBody(value)) return value;
  throw unexpected(name);
}

export function text(body: Body, name: string): string {
  const value = body[name];
  if (typeof value === "string") return value;
  throw unexpected(name);
}

export function count(body: Body, name: string): number {
  const value = body[name];
  if (typeof value === "number") return value;
  throw unexpected(name);
}

export function textOrNull(body: Body, name: string): string | null {
  const value = body[name];
  return typeof value === "string" ? value : null;
}

export function oneOf<T extends string>(known: readonly T[], body: Body, name: string): T {
  const found = known.find((value) => value === body[name]);
  if (found !== undefined) return found;
  throw unexpected(name);
}

/** None from a gateway that is older than they are. */
export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
