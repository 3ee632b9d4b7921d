import type { Context } from "hono";
import { z } from "zod";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { mailFigures } from "@/lib/mail/queries";

const Beat = z.object({ agoMs: z.number() });

/** Ready when the database answers; says what is wrong when it does not. */
export async function health(c: Context) {
  try {
    const rows = await db.$queryRaw`
      select (extract(epoch from ledger_now() - beat_at) * 1000)::float8 as "agoMs" from gateway_beat`;
    const { agoMs } = z.tuple([Beat]).parse(rows)[0];
    return c.json({
      status: "ok",
      database: "ok",
      beatAgoMs: Math.round(agoMs),
      mail: env().SMTP_URL ? await mailFigures(db) : null,
    });
  } catch (error) {
    return c.json({ status: "failing", database: String(error).slice(0, 300) }, 503);
  }
}
