import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono();
app.get("/v1/sign-in-options", (c) => c.json({ methods: ["password"] }));
createServer(getRequestListener(app.fetch)).listen(Number(process.env.PORT));
process.on("disconnect", () => process.exit());
