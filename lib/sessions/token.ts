import { createHash, randomBytes } from "node:crypto";

/** A session token of 256 random bits, and the hash under which the database knows it. */
export function newToken() {
  const token = `rc_${randomBytes(32).toString("base64url")}`;
  return { token, hash: hashToken(token) };
}

export const hashToken = (token: string) => new Uint8Array(createHash("sha256").update(token).digest());
