import { consoleRoute } from "@/app/_edges/console-route";
import { findAnything } from "@/lib/search/queries";
import { FindAnything } from "@/lib/search/schema";

/** What the command palette finds while somebody types. */
export const GET = consoleRoute(FindAnything, findAnything);
