import { consoleRoute } from "@/app/_edges/console-route";
import { usernamesOf } from "@/lib/users/list";
import { UserList } from "@/lib/users/schema";

/** Who is in the Users list, for what is done to all of them at once. */
export const GET = consoleRoute(UserList, usernamesOf);
