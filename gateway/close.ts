import type { WebSocket } from "ws";

export const closeCode = {
  ended: 4001,
  replaced: 4002,
  badToken: 4003,
  flood: 1008,
  restarting: 1012,
} as const;

const patienceMs = 3000;

/** Closes a socket with a word; one that does not answer is cut off, and what it sends meanwhile is not read. */
export function close(socket: WebSocket, code: number, reason: string) {
  socket.close(code, reason);
  const late = setTimeout(() => socket.terminate(), patienceMs);
  late.unref();
  socket.once("close", () => clearTimeout(late));
}
