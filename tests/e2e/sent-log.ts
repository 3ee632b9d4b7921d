import { createHash, randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, password } from "./fixtures";
import { query } from "./ledger";

const gateway = (path: string) => `${process.env.GATEWAY_URL}/v1/${path}`;

/** A log that an app has sent, over the gateway: `texts` piece by piece. */
export async function sentLog(username: string, texts: readonly string[]) {
  const client = { app: "Mobile", version: "2.17.60", os: { name: "iOS", version: "14.8" } };
  const signedIn = await fetch(gateway("sessions"), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password, client }),
  });
  const { token } = await signedIn.json();
  const authorization = `Bearer ${token}`;
  const id = randomUUID();
  await query(
    `INSERT INTO log_request (id, user_id, level, consent, reason, until, max_bytes, asked_by_kind, requested_at)
     SELECT $1, id, 'debug', 'tell', 'Sound is gone', ledger_now() + interval '10 min', 50000000, 'api_token',
       ledger_now() FROM user_account WHERE username = $2`,
    [id, username],
  );
  const tell = (status: string, more = {}) =>
    fetch(gateway("events"), {
      method: "POST",
      headers: { authorization, "content-type": "application/json" },
      body: JSON.stringify({ events: [{ id: randomUUID(), type: "log", requestId: id, status, ...more }] }),
    });
  const send = async (number: number, text: string) => {
    const body = new Uint8Array(gzipSync(text));
    const digest = `sha-256=${createHash("sha256").update(body).digest("base64")}`;
    const answer = await fetch(gateway(`log-requests/${id}/pieces/${number}`), {
      method: "PUT",
      headers: { authorization, digest, "content-type": "application/gzip" },
      body,
    });
    expect(answer.status).toBe(204);
  };
  await tell("accepted");
  for (const [number, text] of texts.entries()) await send(number, text);
  await tell("done", { pieces: texts.length });
  return id;
}
