import { Client, escapeIdentifier, escapeLiteral } from "pg";
import { userNames } from "./names";

/** Makes the roles that migrate (owner) and run (app), and the database, where they are missing. */
export async function ensureRoles(superuserUrl: string, passwords: { owner: string; app: string }) {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    // Two starts at once must not alter the same role; the lock goes with the connection.
    await client.query("SELECT pg_advisory_lock(hashtext('rollcall roles'))");
    for (const role of ["owner", "app"] as const) {
      const name = userNames[role];
      const found = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [name]);
      const verb = found.rowCount ? "ALTER" : "CREATE";
      await client.query(
        `${verb} ROLE ${escapeIdentifier(name)} LOGIN PASSWORD ${escapeLiteral(passwords[role])}`,
      );
    }
    const found = await client.query("SELECT FROM pg_database WHERE datname = 'rollcall'");
    if (!found.rowCount) await client.query(`CREATE DATABASE rollcall OWNER ${userNames.owner}`);
  } finally {
    await client.end();
  }
}
