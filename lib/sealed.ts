import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { env } from "@/lib/env";

// Files of users and answers of the admin API hold passwords and links: nothing for whoever reads a backup.
export type Purpose = "user import" | "api answer" | "api request";

const cipher = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

/** A key that serves this alone. */
export const keyFor = (purpose: Purpose) =>
  Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "", `rollcall ${purpose}`, 32));

export async function seal(purpose: Purpose, content: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await promisify(gzip)(content, { level: 1 });
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, keyFor(purpose), iv);
  const body = Buffer.concat([sealing.update(packed), sealing.final()]);
  return new Uint8Array(Buffer.concat([iv, sealing.getAuthTag(), body]));
}

/** Null where it was sealed with another secret. */
export async function unseal(purpose: Purpose, sealed: Uint8Array): Promise<Uint8Array | null> {
  const bytes = Buffer.from(sealed);
  const opening = createDecipheriv(cipher, keyFor(purpose), bytes.subarray(0, ivBytes));
  opening.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    const packed = Buffer.concat([opening.update(bytes.subarray(ivBytes + tagBytes)), opening.final()]);
    return await promisify(gunzip)(packed);
  } catch {
    return null;
  }
}
