import { db } from "@/lib/db";
import { undoMinutes } from "./schema";

// An undo that was begun in the last minute is done by then.
const graceMinutes = 5;

/** What an import kept of people goes when nobody can undo it any more; a file that nobody imported goes with it. */
export async function forgetOldImports(): Promise<void> {
  await db.$executeRaw`
    with old as (
      select id from user_import where beat_at < (select ledger_now()) - ${undoMinutes + graceMinutes} * interval '1 min'
        and (content is not null or late_problems <> '[]' or exists (select from user_import_change where import_id = user_import.id))
      order by beat_at limit 5 for update skip locked
    ), emptied as (
      update user_import set content = null, late_problems = '[]' from old where user_import.id = old.id and state <> 'draft'
    ), drafts as (
      delete from user_import using old where user_import.id = old.id and state = 'draft'
    )
    delete from user_import_change using old where import_id = old.id`;
}
