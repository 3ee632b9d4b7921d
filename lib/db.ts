import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { nameStatements } from "@/lib/postgres/statement-name";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";

// Next keeps several copies of a module in development: one pool for all of them.
const shared = globalThis as { rollcallDb?: { db: PrismaClient; reportDb: PrismaClient; exportPool: Pool } };

/** How many queries of reports run in one process at once, how long one may take, and how long others wait for their turn. */
export const mostReportsAtOnce = 3;
const reportTimeoutMs = 20_000;
const reportWaitMs = 30_000;

/** Exports go on for minutes, beside the reports on screens: fewer at once, which are told sooner that it is not their turn. */
const mostExportsAtOnce = 2;
const exportWaitMs = 10_000;
/** Of one statement, of which an export has many; and how long one may be left lying by a reader who takes nothing more. */
const exportTimeoutMs = 600_000;
const exportIdleMs = 300_000;

type Patience = { maxWait: number; timeout: number };

function open(pool: Pool, naming: { statementNameGenerator?: StatementName }, transactionOptions: Patience) {
  outlive(pool);
  return new PrismaClient({ adapter: new PrismaPg(pool, naming), transactionOptions });
}

function outlive(pool: Pool): Pool {
  // An idle connection that breaks is replaced at the next query.
  pool.on("error", () => {});
  // Nor does one that breaks in the moment between two holders end the process.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

type StatementName = (query: { sql: string }) => string;

// Read here, not through env(): a build imports this module without any setting. Nothing connects before a query.
function openBoth() {
  // A peer that died silently must not hold a connection for ever.
  const keepAlive = true;
  const connectionString = process.env.DATABASE_URL;
  const nameOf = nameStatements();
  const pool = new Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 5_000,
    keepAlive,
    query_timeout: 30_000,
  });
  const reports = new Pool({
    connectionString: process.env.DATABASE_REPORT_URL || connectionString,
    // So few at once that everybody else finds the database quick; the others wait.
    max: mostReportsAtOnce,
    connectionTimeoutMillis: reportWaitMs,
    keepAlive,
    statement_timeout: reportTimeoutMs,
    // Compiling a report takes longer than what it saves; so does sharing the search for a page's rows among processes. Hardly any
    // row is like another one, so nothing of them is kept for the next.
    options: "-c jit=off -c max_parallel_workers_per_gather=0 -c enable_memoize=off",
    query_timeout: reportTimeoutMs + 5_000,
  });
  const exports = new Pool({
    connectionString: process.env.DATABASE_REPORT_URL || connectionString,
    max: mostExportsAtOnce,
    connectionTimeoutMillis: exportWaitMs,
    keepAlive,
    statement_timeout: exportTimeoutMs,
    idle_in_transaction_session_timeout: exportIdleMs,
    // All rows are wanted, not the first ones soonest.
    options: "-c jit=off -c cursor_tuple_fraction=1",
  });
  return {
    // A crowd at eight in the morning waits its turn; one that has waited for ten seconds is told so.
    db: open(
      pool,
      { statementNameGenerator: ({ sql }) => nameOf(sql) },
      { maxWait: 10_000, timeout: 10_000 },
    ),
    // No names: each report is another text, and planned for its own range. The pool and Postgres say first that it takes too long.
    reportDb: open(reports, {}, { maxWait: reportWaitMs + 5_000, timeout: reportTimeoutMs + 10_000 }),
    exportPool: outlive(exports),
  };
}

shared.rollcallDb ??= openBoth();

export const { db, reportDb, exportPool } = shared.rollcallDb;

/** A transaction, or the database itself. */
export type Tx = Prisma.TransactionClient;
