import type { Keys } from "@/components/ui/kbd";
import type en from "@/messages/en.json";

type Words = (typeof en)["keyboard"];
type Does = "palette" | "keyboard-map" | "search" | { opens: string };

/** One line of the keyboard map. What does nothing here is done by the table or dialog that has the focus. */
export type Line<Place extends keyof Words["in"]> = {
  key: keyof Words["in"][Place]["lines"];
  keys: readonly Keys[];
  does?: Does;
};

/** Every shortcut of the console, by where it works; each later one is one more line. */
export const shortcuts: { [Place in keyof Words["in"]]: readonly Line<Place>[] } = {
  everywhere: [
    { key: "palette", keys: [["Mod+K"]], does: "palette" },
    { key: "search", keys: [["/"]], does: "search" },
    { key: "users", keys: [["g", "u"]], does: { opens: "/users" } },
    { key: "teams", keys: [["g", "t"]], does: { opens: "/teams" } },
    { key: "agent-metrics", keys: [["g", "a"]], does: { opens: "/supervision" } },
    { key: "releases", keys: [["g", "r"]], does: { opens: "/releases" } },
    { key: "login-logout", keys: [["g", "l"]], does: { opens: "/reports/login-logout" } },
    { key: "schedules", keys: [["g", "d"]], does: { opens: "/reports/schedules" } },
    { key: "logs", keys: [["g", "o"]], does: { opens: "/logs" } },
    { key: "settings", keys: [["g", "s"]], does: { opens: "/settings" } },
    { key: "map", keys: [["?"]], does: "keyboard-map" },
  ],
  tables: [
    { key: "move", keys: [["ArrowUp"], ["ArrowDown"]] },
    { key: "page", keys: [["PageUp"], ["PageDown"]] },
    { key: "ends", keys: [["Home"], ["End"]] },
    { key: "open", keys: [["Enter"]] },
    { key: "select", keys: [["Space"]] },
    { key: "range", keys: [["Shift+Space"], ["Shift+ArrowDown"]] },
    { key: "all", keys: [["Mod+A"]] },
    { key: "copy", keys: [["Mod+C"]] },
    { key: "clear", keys: [["Escape"]] },
  ],
  columns: [
    { key: "sort", keys: [["Enter"]] },
    { key: "add-sort", keys: [["Shift+Enter"]] },
    { key: "move", keys: [["Space", "ArrowRight"]] },
    { key: "widen", keys: [["Shift+ArrowLeft"], ["Shift+ArrowRight"]] },
    { key: "menu", keys: [["ArrowDown"]] },
    { key: "remove", keys: [["Delete"]] },
    { key: "undo", keys: [["Mod+Z"], ["Mod+Shift+Z"]] },
  ],
  timeline: [
    { key: "move", keys: [["ArrowLeft"], ["ArrowRight"]] },
    { key: "ends", keys: [["Home"], ["End"]] },
    { key: "today", keys: [["t"]] },
  ],
  logs: [
    { key: "move", keys: [["ArrowUp"], ["ArrowDown"]] },
    { key: "ends", keys: [["Home"], ["End"]] },
    { key: "fields", keys: [["Enter"]] },
    { key: "next", keys: [["F3"]] },
    { key: "previous", keys: [["Shift+F3"]] },
    { key: "copy", keys: [["Mod+C"]] },
  ],
  dialogs: [
    { key: "next", keys: [["Tab"]] },
    { key: "close", keys: [["Escape"]] },
  ],
};
