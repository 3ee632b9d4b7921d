import { expect } from "vitest";
import { z } from "zod";
import { routes } from "@/app/api/v1/_openapi/routes";
import type { Actor } from "@/lib/auth/actor";
import { createToken } from "@/lib/auth/api-tokens";
import { password, person } from "./people";

export const bootstrap = "a bootstrap token of these tests".replaceAll(" ", "-");
process.env.ADMIN_API_TOKEN = bootstrap;

type Method = "GET" | "POST" | "PATCH" | "DELETE";
type Asked = { token?: string; body?: unknown; key?: string; type?: string };

const Problem = z.strictObject({
  type: z.string().startsWith("/problems/"),
  title: z.string().min(1),
  status: z.int(),
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
  requestId: z.uuid().nullish(),
  created: z.literal(0).optional(),
  updated: z.literal(0).optional(),
  skipped: z.literal(0).optional(),
});

/** Calls a route as Next does, and parses what it answers, strictly, with the schema that the document is made from. */
export async function call(method: Method, address: string, asked: Asked = {}) {
  const { token = bootstrap, body, key, type = "application/json" } = asked;
  const url = new URL(`/api/v1${address}`, "http://localhost:3000");
  const { route, params } = routeOf(method, url.pathname.slice("/api/v1".length));
  const request = new Request(url, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(key !== undefined && { "idempotency-key": key }),
      ...(body !== undefined && { "content-type": type }),
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const response = await route(request, { params: Promise.resolve(params) });
  const text = await response.text();
  const { status } = response;
  const replayed = response.headers.get("idempotency-replayed") === "true";
  if (response.headers.get("content-type") === "application/problem+json") {
    const problem = Problem.parse(JSON.parse(text));
    expect(problem.status).toBe(status);
    const { errors, requestId } = problem;
    return { status, code: problem.type.slice("/problems/".length), errors, requestId, replayed };
  }
  const { answer = z.undefined(), status: good = 200 } = route.operation;
  expect(status).toBe(route.operation.answer ? good : 204);
  return { status, replayed, value: answer.parse(text === "" ? undefined : JSON.parse(text)) };
}

function routeOf(method: Method, path: string) {
  const parts = path.split("/");
  // What is spelt out comes before what stands for anything.
  const [template, module] =
    Object.entries(routes)
      .sort(([one], [other]) => one.split("{").length - other.split("{").length)
      .find(([candidate]) => {
        const own = candidate.split("/");
        return own.length === parts.length && own.every((part, at) => isParam(part) || part === parts[at]);
      }) ?? [];
  const route = module?.[method];
  if (!template || !route) throw new Error(`no route for ${method} ${path}`);
  const named = template.split("/").flatMap((part, at) => {
    const value = parts[at];
    return isParam(part) && value !== undefined ? [[part.slice(1, -1), decodeURIComponent(value)]] : [];
  });
  return { route, params: Object.fromEntries(named) };
}

const isParam = (part: string) => part.startsWith("{");

/** A token of a person: by default a supervisor of their own team. */
export async function tokenFor(team: string, roles: Actor["roles"] = ["supervisor"]) {
  const user = await person({ roles: [...roles], team, supervises: [team] });
  const actor: Actor = { kind: "person", id: user.id, roles: user.roles, scope: [user.teamId] };
  const made = await createToken(actor, { name: "Wallboard", days: 1, current: password, ip: null });
  if (!made.ok) throw new Error(made.code);
  return { token: made.value.token, user };
}
