import { randomBytes } from "node:crypto";
import { launch, ownInstance } from "./launch";

/** Starts the real thing and tells the workers where it is, and who administers it. */
export default async function start() {
  const { settings, remove } = await ownInstance();
  Object.assign(process.env, settings, {
    ADMIN_USERNAME: "admin",
    ADMIN_PASSWORD: randomBytes(12).toString("base64url"),
    ADMIN_API_TOKEN: randomBytes(32).toString("base64url"),
  });
  const instance = await launch({}, "rollcall");
  return async () => {
    await instance.stop();
    await remove();
  };
}
