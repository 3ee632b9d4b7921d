import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import type { ErrorCode } from "@/lib/errors";
import { parseAddress } from "@/lib/reports/address";
import type { Catalogue } from "@/lib/reports/catalogue";
import { readCatalogue } from "@/lib/reports/queries";
import { ofOurTime, type ReportQuery } from "@/lib/reports/schema";
import type { Result } from "@/lib/result";
import { json, problem } from "./answers";
import { fileRoute, noParams } from "./console-route";
import { faultsIn, invalid } from "./issues";
import { paramsOf } from "./params";

type Asked<S extends z.ZodRawShape> = z.output<z.ZodObject<S>> & { query: ReportQuery };

/** Makes a part of the report a route of its own page: the address of the report, and beside it what the part is asked with. */
export function reportRoute<S extends z.ZodRawShape>(
  shape: S,
  answer: (actor: Actor, asked: Asked<S>) => Promise<Result<unknown, ErrorCode>>,
) {
  return reportFileRoute(shape, async (actor, { asked }) => {
    const result = await answer(actor, asked);
    if (!result.ok) return problem(result.code);
    const response = json(result.value);
    response.headers.set("cache-control", "no-store");
    return response;
  });
}

type File<S extends z.ZodRawShape> = { asked: Asked<S>; catalogue: Catalogue; request: Request };

/** The same for what is given as a file. */
export function reportFileRoute<S extends z.ZodRawShape>(
  shape: S,
  answer: (actor: Actor, file: File<S>) => Promise<Response>,
) {
  const Beside = z.object(shape);
  return fileRoute(noParams, async (actor, { request }) => {
    const params = paramsOf(new URL(request.url));
    const report = Object.fromEntries(Object.entries(params).filter(([name]) => !(name in shape)));
    const catalogue = await readCatalogue();
    const beside = Beside.safeParse(params);
    const { query, faults } = parseAddress(report, catalogue, "UTC");
    if (!beside.success) return invalid(faultsIn(beside.error));
    if (faults) return invalid(faults);
    return answer(actor, { asked: { ...beside.data, query }, catalogue, request });
  });
}

/** Which of the groups is meant, from the outermost in, as JSON. */
export const within = <T extends z.ZodType>(path: T) =>
  z
    .string()
    .max(8192)
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: "must be JSON" });
        return z.NEVER;
      }
    })
    .pipe(path)
    .optional();

export const moment = z.iso
  .datetime()
  .transform((at) => new Date(at))
  .refine(ofOurTime)
  .optional();
