import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/lib/log";
import { isUnavailable } from "@/lib/unavailable";

const retryMs = 500;

/** Tries again for as long as the database is away; any other failure is thrown. */
export async function whenAvailable<T>(task: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await task();
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      log.warn({ error: String(error) }, "the database is away; trying again");
      await pause(retryMs);
    }
  }
}
