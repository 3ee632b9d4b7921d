import { type Client, escapeIdentifier, escapeLiteral } from "pg";

/** What the running role may not do; anything else it may. Retention and erasure are functions of the owner. */
const withheld: Record<string, string> = {
  audit_entry: "UPDATE, DELETE",
  audit_detail: "UPDATE, DELETE",
  session: "DELETE",
  session_states: "UPDATE, DELETE",
  interaction: "DELETE",
  _prisma_migrations: "INSERT, UPDATE, DELETE",
};

/** Gives the running role its rights, anew after every migration. Nothing when it is the role that migrates. */
export async function grantToApp(client: Client, role: string) {
  const { rows } = await client.query<{
    us: string;
    tables: string[];
    sequences: string[];
    functions: string[];
  }>(ours);
  const [found] = rows;
  if (!found || found.us === role) return;
  const app = escapeIdentifier(role);
  const statements = [
    `GRANT USAGE ON SCHEMA public TO ${app}`,
    ...found.tables.map((table) => `GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO ${app}`),
    ...found.tables
      .filter((table) => withheld[table])
      .map((table) => `REVOKE ${withheld[table]} ON ${table} FROM ${app}`),
    ...found.sequences.map((sequence) => `GRANT USAGE, SELECT ON SEQUENCE ${sequence} TO ${app}`),
    // A function that runs with its owner's rights is for us two only.
    ...found.functions.map((name) => `REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC`),
    ...found.functions.map((name) => `GRANT EXECUTE ON FUNCTION ${name} TO ${app}`),
  ];
  await client.query(`BEGIN; SET LOCAL search_path = public; ${statements.join("; ")}; COMMIT`);
}

/** What belongs to the role that migrates: what an extension brought along belongs to others and is open to all. */
const ours = `
  SELECT current_user AS us,
         ARRAY(SELECT quote_ident(relname) FROM pg_class WHERE ${own("rel")} AND relkind IN ('r', 'p', 'v', 'm')) AS tables,
         ARRAY(SELECT quote_ident(relname) FROM pg_class WHERE ${own("rel")} AND relkind = 'S') AS sequences,
         ARRAY(SELECT oid::regprocedure::text FROM pg_proc WHERE ${own("pro")} AND prokind = 'f') AS functions`;

function own(prefix: "rel" | "pro") {
  const owner = `pg_get_userbyid(${prefix}owner) = current_user`;
  return `${owner} AND ${prefix}namespace = ${escapeLiteral("public")}::regnamespace`;
}
