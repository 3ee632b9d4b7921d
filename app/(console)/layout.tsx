import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Frame } from "@/components/shell/frame";
import { Sidebar } from "@/components/shell/sidebar";
import { parseTheme, themeCookie } from "@/components/shell/theme";
import { can } from "@/lib/auth/actor";
import { formatCursor } from "@/lib/live/cursor";
import { pageSession } from "../_edges/actor";
import { liveCursor } from "../_edges/live";
import { texts } from "../_edges/texts";
import { LiveProvider } from "./_components/live";
import { menuFor } from "./_components/menu";
import { WhoMenu } from "./_components/who-menu";

export default async function ConsoleLayout({ children, place }: { children: ReactNode; place: ReactNode }) {
  const { actor, name } = await pageSession("console:open");
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  const role = actor.roles.find((role) => role !== "agent") ?? "agent";

  const cursor = can(actor, "users:read") ? formatCursor(await liveCursor()) : null;

  return (
    <LiveProvider cursor={cursor}>
      <Frame
        labels={{
          skip: texts("shell.skip"),
          menu: texts("shell.menu"),
          closeMenu: texts("shell.close-menu"),
        }}
        topbar={place}
        sidebar={
          <Sidebar
            brand="Rollcall"
            home="/"
            label={texts("shell.navigation")}
            sections={menuFor(actor)}
            who={{ name, role: texts(`role.${role}`) }}
            menu={<WhoMenu theme={theme} />}
          />
        }
      >
        {children}
      </Frame>
    </LiveProvider>
  );
}
