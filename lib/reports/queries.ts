import { db, type Tx } from "@/lib/db";
import { type Catalogue, catalogueOf } from "./catalogue";

/** Every column that a report can have at present: the reasons that are no longer offered have theirs, too. */
export async function readCatalogue(tx: Tx = db): Promise<Catalogue> {
  const reasons = await tx.notReadyReason.findMany({
    select: { id: true, name: true, formerNames: true, kind: true },
    orderBy: [{ archivedAt: { sort: "desc", nulls: "first" } }, { position: "asc" }, { id: "asc" }],
  });
  return catalogueOf(reasons);
}
