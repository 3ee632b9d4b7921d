import type { Piece } from "./sheet";

// An export for the page: each piece behind how many rows are written by then and how many bytes follow, both as 32 bits. The last
// one has no bytes: a stream without it broke off.

const headBytes = 8;
export const framedType = "application/octet-stream";

export function frameOfPiece({ rows, bytes }: Piece): Uint8Array {
  const frame = new Uint8Array(headBytes + bytes.length);
  const head = new DataView(frame.buffer);
  head.setUint32(0, rows);
  head.setUint32(4, bytes.length);
  frame.set(bytes, headBytes);
  return frame;
}

export const lastFrame = (): Uint8Array => new Uint8Array(headBytes);

/** Takes the stream apart as it comes, and says how far it is. Null where it broke off. */
export async function readFrames(
  chunks: AsyncIterable<Uint8Array>,
  onRows: (rows: number) => void,
): Promise<Uint8Array<ArrayBuffer>[] | null> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let held = new Uint8Array(0);
  let whole = false;
  for await (const chunk of chunks) {
    const joined = new Uint8Array(held.length + chunk.length);
    joined.set(held);
    joined.set(chunk, held.length);
    let at = 0;
    while (joined.length - at >= headBytes) {
      const head = new DataView(joined.buffer, at, headBytes);
      const length = head.getUint32(4);
      if (joined.length - at - headBytes < length) break;
      if (length === 0) whole = true;
      else {
        parts.push(joined.slice(at + headBytes, at + headBytes + length));
        onRows(head.getUint32(0));
      }
      at += headBytes + length;
    }
    held = joined.slice(at);
  }
  return whole && held.length === 0 ? parts : null;
}
