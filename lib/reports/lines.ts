import { Client, type PoolClient } from "pg";
import { exportPool } from "@/lib/db";
import { log } from "@/lib/log";
import type { Prisma } from "@/prisma/generated/client";

const linesAtOnce = 2000;

/** A line of an export as Postgres writes it: a text for each column of its statement. */
export type Line = readonly (string | null)[];

/** The lines of an export, as many at a time as are good to handle; an empty list is the end. */
export type Lines = {
  /** Until the first of them are there, or cannot be. */
  ready: () => Promise<void>;
  next: () => Promise<Line[]>;
  /** Ends the work in the database, whatever it is at. */
  close: () => Promise<void>;
};

// All columns as Postgres writes them.
const asTexts = { getTypeParser: () => (text: string) => text };

/**
 * Opens what a statement comes to. A cursor takes parameters, which COPY does not; while one part of the
 * lines is on its way to the reader, Postgres works out the next.
 */
export async function openLines({ text, values }: Prisma.Sql): Promise<Lines> {
  const client = await exportPool.connect();
  let open = true;
  let busy = false;
  const fetch = async () => {
    busy = true;
    try {
      const text = `fetch ${linesAtOnce} from lines`;
      const { rows } = await client.query<(string | null)[]>({ text, rowMode: "array", types: asTexts });
      return rows;
    } finally {
      busy = false;
    }
  };

  async function close() {
    if (!open) return;
    open = false;
    const pending = ahead.catch(() => []);
    if (busy)
      await cancel(pid).catch((error: unknown) =>
        log.warn({ error: String(error) }, "an export was not cancelled"),
      );
    await pending;
    await end(client);
  }

  const pid = await begin(client, { text, values });
  let ahead = fetch();
  // Whoever asks next hears of it.
  ahead.catch(() => {});
  return {
    async ready() {
      await ahead;
    },
    async next() {
      const lines = await ahead;
      if (!open) throw new Error("the export was ended");
      if (lines.length > 0) {
        ahead = fetch();
        ahead.catch(() => {});
      }
      return lines;
    },
    close,
  };
}

async function begin(client: PoolClient, { text, values }: { text: string; values: unknown[] }) {
  try {
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    await client.query("begin transaction isolation level repeatable read read only");
    await client.query({ text: `declare lines no scroll cursor for ${text}`, values });
    return rows[0]?.pid ?? 0;
  } catch (error) {
    await end(client);
    throw error;
  }
}

/** Back to the others, or away where it is of no more use. */
async function end(client: PoolClient) {
  try {
    await client.query("rollback");
    client.release();
  } catch {
    client.release(true);
  }
}

/** By a connection of its own: the others may all be at work. */
async function cancel(pid: number) {
  const { connectionString } = exportPool.options;
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query("select pg_cancel_backend($1)", [pid]);
  } finally {
    await client.end();
  }
}
