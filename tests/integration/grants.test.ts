import { expect, test } from "vitest";
import { query } from "./database";

const url = process.env.DATABASE_URL ?? "";
const refused = /permission denied/;

test.each([
  "UPDATE audit_entry SET id = id",
  "DELETE FROM audit_entry",
  "TRUNCATE audit_entry CASCADE",
  "UPDATE audit_detail SET entry_id = entry_id",
  "DELETE FROM audit_detail",
  "DELETE FROM session",
  "TRUNCATE session CASCADE",
  "DELETE FROM _prisma_migrations",
  "ALTER TABLE session ADD COLUMN more int",
  "CREATE TABLE more (id int)",
])("the role that runs may not: %s", async (sql) => {
  await expect(query(url, sql)).rejects.toThrow(sql.startsWith("ALTER") ? /must be owner/ : refused);
});

test("the role that runs reads every table", async () => {
  const tables = await query(
    url,
    "SELECT quote_ident(relname) AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')",
  );
  expect(tables.length).toBeGreaterThan(5);
  for (const { name } of tables) await query(url, `SELECT * FROM ${name} LIMIT 1`);
});
