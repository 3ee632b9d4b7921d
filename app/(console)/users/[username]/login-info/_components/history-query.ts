import { z } from "zod";
import { parseChosen } from "@/components/grid/filter-param";
import { dayAfter, startOfDay } from "@/lib/sessions/days";
import { facetIds } from "@/lib/sessions/facets";
import { parsePosition } from "@/lib/sessions/position";
import { SessionFilter } from "@/lib/sessions/schema";

const Day = z.iso.date().refine((day) => day >= "1970" && day < "3000");

const Query = z.object({
  before: z.string().max(128).optional().catch(undefined),
  session: z.uuid().optional().catch(undefined),
  from: Day.optional().catch(undefined),
  to: Day.optional().catch(undefined),
});

/** Which part of the history an address asks for. What no list could have is left out of it. */
export function readHistoryQuery(
  params: Readonly<Record<string, string | string[] | undefined>>,
  timeZone: string,
) {
  const { before, session, ...days } = Query.parse(params);
  const { from, to } = days.from && days.to && days.from > days.to ? {} : days;
  const asked = parseChosen(params, facetIds);
  const chosen = Object.fromEntries(
    facetIds.flatMap((id) => {
      const values = SessionFilter.shape[id].safeParse(asked[id]);
      return values.success && values.data.length > 0 ? [[id, values.data]] : [];
    }),
  );
  const filter = SessionFilter.parse({
    ...chosen,
    ...(from && { from: startOfDay(from, timeZone).toISOString() }),
    ...(to && { to: startOfDay(dayAfter(to), timeZone).toISOString() }),
  });
  const position = parsePosition(before);
  return { position, session: session ?? null, days: { from, to }, chosen, filter };
}
export type HistoryQuery = ReturnType<typeof readHistoryQuery>;
