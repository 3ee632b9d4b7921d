import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { csvContent } from "@/lib/csv";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { isUnavailable } from "@/lib/unavailable";
import { currentSession } from "./actor";
import { json, problem } from "./answers";
import { faultsIn, invalid } from "./issues";
import { paramsOf } from "./params";

/** Makes a query a route of the console's own pages: reads the session, parses the address, answers JSON or a problem. */
export function consoleRoute<S extends z.ZodType>(
  schema: S,
  query: (actor: Actor, input: z.output<S>) => Promise<unknown>,
) {
  return (request: Request) =>
    answered(request, async (actor) => {
      const input = schema.safeParse(paramsOf(new URL(request.url)));
      if (!input.success) return invalid(faultsIn(input.error));
      const response = json(await query(actor, input.data));
      response.headers.set("cache-control", "no-store");
      return response;
    });
}

/** The same for what takes or gives a file, which server actions do not carry; `params` are those of the path. */
export function fileRoute<P extends z.ZodType>(
  params: P,
  answer: (actor: Actor, input: { params: z.output<P>; request: Request }) => Promise<Response>,
) {
  return (request: Request, context: { params: Promise<unknown> }) =>
    answered(request, async (actor) => {
      const parsed = params.safeParse((await context.params) ?? {});
      return parsed.success ? answer(actor, { params: parsed.data, request }) : problem("not-found");
    });
}

export const noParams = z.strictObject({});

async function answered(request: Request, run: (actor: Actor) => Promise<Response>): Promise<Response> {
  try {
    if (request.method !== "GET" && !isOwnPage(request.headers.get("origin"))) return problem("not-allowed");
    const session = await currentSession();
    return session ? await run(session.actor) : problem("unauthenticated");
  } catch (error) {
    if (error instanceof AppError) return problem(error.code);
    log.error({ error: String(error), path: new URL(request.url).pathname }, "console route failed");
    return problem(isUnavailable(error) ? "unavailable" : "internal");
  }
}

/** Cookies go along from any port and subdomain of the site. A browser says whose page sends; programs say nothing. */
const isOwnPage = (origin: string | null) => origin === null || origin === new URL(env().CONSOLE_URL).origin;

/** A file for the reader to keep: rows that a spreadsheet opens as UTF-8. */
export const csvFile = (name: string, rows: readonly (readonly string[])[]) =>
  new Response(csvContent(rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
