import { AppError } from "@/lib/errors";

/** How a route reads what was sent. */
export type Read = {
  /** The media type, and in words what it takes. */
  type: string;
  takes: string;
  /** Nothing at all is as good as an empty one. */
  optional?: true;
  /** Undefined where it is not what the route takes. */
  from: (request: Request) => Promise<Sent | undefined>;
};
export type Sent = { bytes: Uint8Array; value: unknown };

const mostJsonBytes = 1024 * 1024;

export const jsonBody: Read = {
  type: "application/json",
  takes: "JSON",
  from: async (request) => {
    const bytes = await readBytes(request, mostJsonBytes);
    return parsed(bytes);
  },
};

function parsed(bytes: Uint8Array): Sent | undefined {
  try {
    return { bytes, value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch {
    return undefined;
  }
}

/** The same for a call that need not say anything more. */
export const optionalJson: Read = {
  ...jsonBody,
  optional: true,
  from: async (request) => {
    const bytes = await readBytes(request, mostJsonBytes);
    return bytes.byteLength === 0 ? { bytes, value: {} } : parsed(bytes);
  },
};

/** A file of this type, as bytes. */
export const bodyOf = (type: string, mostBytes: number): Read => ({
  type,
  takes: type,
  from: async (request) => {
    const told = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
    if (told !== type) return undefined;
    const bytes = await readBytes(request, mostBytes);
    return { bytes, value: bytes };
  },
});

/** What was sent, up to a size: more is refused while it comes. */
export async function readBytes(request: Request, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new AppError("too-large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
