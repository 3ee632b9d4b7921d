import { consoleRoute } from "@/app/_edges/console-route";
import { listUsers } from "@/lib/users/list";
import { UserRows } from "@/lib/users/schema";

/** Rows of the Users list as it is scrolled. */
export const GET = consoleRoute(UserRows, listUsers);
