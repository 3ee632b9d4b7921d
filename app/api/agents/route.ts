import { currentSession } from "@/app/_edges/actor";
import { agentBoard } from "@/app/_edges/board";
import { can } from "@/lib/auth/actor";
import { formatCursor } from "@/lib/live/cursor";

export const dynamic = "force-dynamic";

/**
 * Everybody in the reader's scope who is signed in or was today, as of a cursor: a live grid begins with it, and the stream
 * goes on from there.
 */
export async function GET() {
  const session = await currentSession();
  if (!session || !can(session.actor, "agents:read")) return new Response(null, { status: 404 });
  const board = agentBoard();
  await board.ready;
  const cursor = board.cursor();
  const { scope } = session.actor;
  const rows = board.present(scope).map(({ json }) => json);
  const head = { cursor: cursor && formatCursor(cursor, scope), day: board.day().toISOString() };
  const text = `${JSON.stringify(head).slice(0, -1)},"rows":[${rows.join(",")}]}`;
  const headers = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };
  return new Response(text, { headers });
}
