import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A centre's own sender of pushes, which takes down what it is sent. */
export async function openSender(secret: string) {
  let status = 204;
  let received: { signature: string; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    received.push({
      signature: String(request.headers["rollcall-signature"]),
      body: Buffer.concat(parts).toString(),
    });
    response.writeHead(status).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  process.env.PUSH_WEBHOOK_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/push`;
  process.env.PUSH_WEBHOOK_SECRET = secret;

  return {
    get received() {
      return received;
    },
    bodies: () => received.map(({ body }) => JSON.parse(body)),
    /** From now on it answers this. */
    answer(next: number) {
      status = next;
    },
    reset() {
      received = [];
      status = 204;
    },
    close: () => void server.close(),
  };
}
