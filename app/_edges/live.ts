import { cache } from "react";
import { feedCursor } from "@/lib/live/queries";

/**
 * Where the feed stood before this request read anything: pages await it before their own queries, and the open tab
 * goes on from there.
 */
export const liveCursor = cache(feedCursor);
