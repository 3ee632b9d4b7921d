import { z } from "zod";
import type { Ended } from "@/client/rollcall";
import { readSavedJson, writeSaved } from "./saved";

const Saved = z.object({
  cause: z.string(),
  message: z.string(),
  by: z.string().nullable(),
  at: z.string().nullable(),
});

const key = "rollcall.agent.ended";

export const saveEnded = (ended: Ended) => writeSaved(key, JSON.stringify(ended));
export const forgetEnded = () => writeSaved(key, null);
export const readEnded = (): Ended | null => Saved.safeParse(readSavedJson(key)).data ?? null;
