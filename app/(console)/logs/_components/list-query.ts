import { z } from "zod";
import { type Chosen, parseChosen } from "@/components/grid/filter-param";
import type { ListLogs } from "@/lib/logs/queries";
import { dayAfter, startOfDay } from "@/lib/sessions/days";
import { parsePosition } from "@/lib/sessions/position";
import { SearchText } from "@/lib/text";
import { LogLevel, LogStatus } from "@/prisma/generated/enums";

export const logFilterIds = ["status", "level", "team"] as const;

const Day = z.iso.date().refine((day) => day >= "1970" && day < "3000");

const Query = z.object({
  search: SearchText.catch(""),
  before: z.string().max(128).optional().catch(undefined),
  from: Day.optional().catch(undefined),
  to: Day.optional().catch(undefined),
  /** Opens the form for another request. */
  new: z.string().optional().catch(undefined),
});

const allowed = { status: z.enum(LogStatus), level: z.enum(LogLevel), team: z.uuid() };

/** Which requests an address asks for. What no list could have is left out of it. */
export function readListQuery(
  params: Readonly<Record<string, string | string[] | undefined>>,
  timeZone: string,
) {
  const { search = "", before, new: begins, ...days } = Query.parse({ search: "", ...params });
  const { from, to } = days.from && days.to && days.from > days.to ? {} : days;
  const asked = parseChosen(params, logFilterIds);
  const valid = <Id extends keyof typeof allowed>(id: Id) =>
    (asked[id] ?? []).flatMap((value) => allowed[id].safeParse(value).data ?? []);
  const [status, level, team] = [valid("status"), valid("level"), valid("team")];
  const position = parsePosition(before);
  const list: ListLogs = {
    ...(search && { search }),
    ...(status.length > 0 && { status: status as LogStatus[] }),
    ...(level.length > 0 && { level: level as LogLevel[] }),
    ...(team.length > 0 && { team }),
    ...(from && { from: startOfDay(from, timeZone) }),
    ...(to && { to: startOfDay(dayAfter(to), timeZone) }),
    ...(position && { before: { requestedAt: position.loginAt, id: position.id } }),
  };
  const chosen: Chosen = parseChosen({ status, level, team }, logFilterIds);
  return {
    list,
    search,
    chosen,
    days: { from, to },
    isFirst: position === null,
    begins: begins !== undefined,
    narrowed: search !== "" || Object.keys(chosen).length > 0 || from !== undefined || to !== undefined,
  };
}
export type ListQuery = ReturnType<typeof readListQuery>;
