import { paramsOf } from "@/app/_edges/params";
import type { Actor } from "@/lib/auth/actor";
import { parseAddress } from "@/lib/reports/address";
import type { Catalogue } from "@/lib/reports/catalogue";
import { reportGroups } from "@/lib/reports/groups";
import { reportRows } from "@/lib/reports/rows";
import { type Asked, addressOf, branchOf, type Held } from "./asked";
import { GroupPage, type Refusal, RowPage } from "./read-report";
import { treeOf } from "./tree";

const firstLines = 200;

/** The report as the page comes with it: its first rows or groups, or why there are none. */
export async function firstPart(
  actor: Actor,
  asked: Asked,
  catalogue: Catalogue,
): Promise<Held | { refused: Refusal }> {
  const params = paramsOf({ searchParams: new URLSearchParams(addressOf(asked)) });
  const { query, faults } = parseAddress(params, catalogue, "UTC");
  if (faults) return { refused: { code: "invalid-request", faults } };
  const limit = firstLines;
  const result =
    query.group.length > 0
      ? await reportGroups(actor, { query, limit, levels: 1 })
      : await reportRows(actor, { query, limit });
  if (!result.ok) return { refused: { code: result.code, faults: [] } };
  // As it would come to the browser by itself.
  const sent: unknown = JSON.parse(JSON.stringify(result.value));
  const page = query.group.length > 0 ? GroupPage.parse(sent) : RowPage.parse(sent);
  const { asOf, from, to, replicaAgeMs } = page;
  return { ...asked, tree: treeOf(branchOf(page)), asOf, from, to, replicaAgeMs };
}
