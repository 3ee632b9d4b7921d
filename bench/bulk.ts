import type { Client } from "pg";

/**
 * Fills tables as a restore does it: their keys, references and indexes are made once everything is there, from what they were. What
 * forbids that two rows overlap is left off: to try each of ten million rows takes longer than all else.
 */
export async function loadedAtOnce(db: Client, tables: readonly string[], load: () => Promise<void>) {
  const { rows } = await db.query<{ drop: string; make: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       case when contype = 'x' then ''
         else format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) end as make,
       contype <> 'f' as needed
     from pg_constraint
     where contype in ('p', 'u', 'x') and conrelid = any($1::regclass[])
       or contype = 'f' and (conrelid = any($1::regclass[]) or confrelid = any($1::regclass[]))
     union all
     select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid), true
     from pg_index i where indrelid = any($1::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)
     order by needed`,
    [tables],
  );
  for (const { drop } of rows) await db.query(drop);
  await load();
  await db.query("set maintenance_work_mem = '1GB'");
  for (const { make } of rows.toReversed()) if (make !== "") await db.query(make);
  await db.query("reset maintenance_work_mem");
}
