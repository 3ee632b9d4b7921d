/** Packed where the platform can (React Native cannot): the gateway takes both. */
export async function gzip(bytes: Uint8Array<ArrayBuffer>) {
  if (typeof CompressionStream === "undefined") return { bytes, type: "application/x-ndjson" };
  const packed = new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip")));
  return { bytes: new Uint8Array(await packed.arrayBuffer()), type: "application/gzip" };
}
