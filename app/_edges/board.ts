import { type Board, openBoard } from "@/lib/agents/board";
import { type FeedReader, openFeedReader } from "@/lib/live/reader";

// Next keeps several copies of a module: one feed and one board for all of them.
const shared = globalThis as { rollcallLive?: { feed: FeedReader; board: Board } };

/** The board of this process, opened when it is first asked for. */
export function agentBoard(): Board {
  if (!shared.rollcallLive) {
    const feed = openFeedReader();
    shared.rollcallLive = { feed, board: openBoard(feed) };
  }
  return shared.rollcallLive.board;
}
