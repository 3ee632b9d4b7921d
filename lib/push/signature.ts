import { createHmac } from "node:crypto";

/** Proves to a receiver, who knows the secret, from whom a body comes and when it was sent: `t=1763900000,v1=<hex>`. */
export function signatureOf(body: string, secret: string, sentAt: Date): string {
  const seconds = Math.floor(sentAt.getTime() / 1000);
  const mac = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${mac}`;
}
