import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { DriverAdapterError } from "@prisma/driver-adapter-utils";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isUnavailable } from "@/lib/unavailable";

// A Postgres that lets a connection in and dies in the same breath: both answers come in one piece.
const message = (type: string, body: Buffer) => {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};
const welcome = Buffer.concat([message("R", Buffer.alloc(4)), message("Z", Buffer.from("I"))]);
const farewell = message("E", Buffer.from("SFATAL\0C57P01\0Mterminating connection\0\0"));

const dying = createServer((socket) => {
  socket.on("error", () => {});
  socket.once("data", () => socket.end(Buffer.concat([welcome, farewell])));
});

beforeAll(async () => {
  dying.listen(0, "127.0.0.1");
  await once(dying, "listening");
  process.env.DATABASE_URL = `postgres://app:app@127.0.0.1:${(dying.address() as AddressInfo).port}/rollcall`;
});
afterAll(() => void dying.close());

test("a Postgres that dies right after its greeting is away: it takes no process with it", async () => {
  const { db } = await import("@/lib/db");
  const error = await db.$transaction((tx) => tx.setting.findMany()).catch((reason: unknown) => reason);
  expect(isUnavailable(error), String(error)).toBe(true);
});

test("a driver's own error says as much, also where no query wraps it", () => {
  const told = {
    kind: "postgres",
    code: "57P01",
    severity: "FATAL",
    message: "terminating connection",
  } as const;
  const about = { detail: undefined, column: undefined, hint: undefined, originalCode: "57P01" };
  expect(isUnavailable(new DriverAdapterError({ ...told, ...about }))).toBe(true);
});
