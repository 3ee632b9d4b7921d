import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameOfPiece, lastFrame, readFrames } from "@/lib/reports/pieces-framed";

const piece = fc.record({ rows: fc.nat(2 ** 31), bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }) });

async function* cut(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

describe("an export in frames", () => {
  it("comes out as it went in, however the network cuts it", () =>
    fc.assert(
      fc.asyncProperty(fc.array(piece), fc.integer({ min: 1, max: 60 }), async (pieces, size) => {
        const sent = Buffer.concat([...pieces.map(frameOfPiece), lastFrame()]);
        const rows: number[] = [];
        const parts = await readFrames(cut(new Uint8Array(sent), size), (count) => rows.push(count));
        expect(Buffer.concat(parts ?? [])).toEqual(Buffer.concat(pieces.map(({ bytes }) => bytes)));
        expect(rows).toEqual(pieces.map((one) => one.rows));
      }),
    ));

  it("is no file where it breaks off", async () => {
    const sent = frameOfPiece({ rows: 3, bytes: new Uint8Array([1, 2, 3]) });
    expect(await readFrames(cut(sent, 4), () => {})).toBeNull();
    expect(await readFrames(cut(sent.slice(0, 9), 4), () => {})).toBeNull();
  });
});
