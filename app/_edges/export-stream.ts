import type { Export } from "@/lib/reports/export";
import type { Piece } from "@/lib/reports/sheet";

/** How pieces are packed, and what stands behind the last one. */
type Packing = { framed: (piece: Piece) => Uint8Array; last?: () => Uint8Array };

/** Pieces of an export as a body, as fast as they are taken. Whoever goes away ends it. */
export function exportStream(
  { pieces, cancel }: Pick<Export, "pieces" | "cancel">,
  signal: AbortSignal,
  { framed, last }: Packing = { framed: ({ bytes }) => bytes },
): ReadableStream<Uint8Array> {
  signal.addEventListener("abort", cancel, { once: true });
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (!done) return controller.enqueue(framed(value));
        if (last) controller.enqueue(last());
        controller.close();
      },
      cancel,
    },
    { highWaterMark: 0 },
  );
}

export const fileHeaders = ({ name, type }: Pick<Export, "name" | "type">) => ({
  "content-type": type,
  "content-disposition": `attachment; filename="${name}"`,
  "cache-control": "no-store",
});
