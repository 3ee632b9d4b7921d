import { ensureFirstAdministrator } from "@/lib/users/first-administrator";

// A process of its own: the launcher holds no connection of the application and knows no password afterwards.
const { ADMIN_USERNAME, ADMIN_PASSWORD } = process.env;
const made = await ensureFirstAdministrator({
  username: ADMIN_USERNAME || undefined,
  password: ADMIN_PASSWORD || undefined,
});
process.send?.(made, () => process.exit(0));
