import { db } from "@/lib/db";
import { rememberedForHours } from "./schema";

/** Forgets requests, and their answers, when their day is over. */
export async function forgetOldRequests() {
  await db.$executeRaw`
    delete from api_request where made_at < (select ledger_now()) - ${rememberedForHours} * interval '1 hour'`;
}
