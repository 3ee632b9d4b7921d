import { z } from "zod";

/** For so long the same key gives the same answer. */
export const rememberedForHours = 24;

/** What a caller asked for under a key that is its token's own. */
export type Asked = { token: string; key: string; method: string; address: string; body: Uint8Array };

/** An answer as it is kept, and given again. */
export const Answer = z.object({ status: z.int(), type: z.string().nullable(), body: z.string() });
export type Answer = z.output<typeof Answer>;
