import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { nameStatements } from "@/lib/postgres/statement-name";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";

// Next keeps several copies of a module in development: one pool for all of them.
const shared = globalThis as { rollcallDb?: { db: PrismaClient } };

function open() {
  // Read here, not through env(): a build imports this module without any setting. Nothing connects before a query.
  const pool = new Pool({
    connectionString: process.env.DATABASE_URL,
    max: 10,
    connectionTimeoutMillis: 5_000,
    // A peer that died silently must not hold a connection for ever.
    keepAlive: true,
    query_timeout: 30_000,
  });
  // An idle connection that breaks is replaced at the next query.
  pool.on("error", () => {});
  // Nor does one that breaks in the moment between two holders end the process.
  pool.on("connect", (client) => client.on("error", () => {}));
  // A crowd at eight in the morning waits its turn; one that has waited for ten seconds is told so.
  const transactionOptions = { maxWait: 10_000, timeout: 10_000 };
  const nameOf = nameStatements();
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameOf(sql) });
  return { db: new PrismaClient({ adapter, transactionOptions }) };
}

shared.rollcallDb ??= open();

export const { db } = shared.rollcallDb;

/** A transaction, or the database itself. */
export type Tx = Prisma.TransactionClient;
