import { createServer } from "node:net";

/** The preferred port of the loopback address if it is free, else any other. */
export async function pickPort(preferred?: number) {
  return (preferred && (await tryPort(preferred, "127.0.0.1"))) || (await tryPort(0, "127.0.0.1"));
}

/** Without a host: whether it is free on all addresses. */
export async function isPortFree(port: number) {
  return (await tryPort(port)) > 0;
}

function tryPort(port: number, host?: string) {
  return new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(0) : reject(error),
    );
    server.listen({ port, ...(host ? { host } : {}) }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
