import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Frame } from "@/components/shell/frame";
import { singleKeysCookie } from "@/components/shell/shortcuts";
import { Sidebar } from "@/components/shell/sidebar";
import { can, permissionsOf } from "@/lib/auth/actor";
import { formatCursor } from "@/lib/live/cursor";
import { pageSession } from "../_edges/actor";
import { liveCursor } from "../_edges/live";
import { texts } from "../_edges/texts";
import { Commands } from "./_components/commands";
import { KeepTheme } from "./_components/keep-theme";
import { LiveProvider } from "./_components/live";
import { menuFor } from "./_components/menu";
import { WhoMenu } from "./_components/who-menu";

export default async function ConsoleLayout({ children, place }: { children: ReactNode; place: ReactNode }) {
  const { actor, name } = await pageSession("console:open");
  const singleKeys = (await cookies()).get(singleKeysCookie)?.value !== "off";
  const sections = menuFor(actor);
  const role = actor.roles.find((role) => role !== "agent") ?? "agent";

  const cursor = can(actor, "users:read") ? formatCursor(await liveCursor(), actor.scope) : null;

  return (
    <LiveProvider cursor={cursor}>
      <KeepTheme />
      <Frame
        labels={{
          skip: texts("shell.skip"),
          menu: texts("shell.menu"),
          closeMenu: texts("shell.close-menu"),
        }}
        topbar={
          <>
            {place}
            <Commands
              reader={actor.id ?? ""}
              places={sections}
              granted={permissionsOf(actor)}
              singleKeys={singleKeys}
            />
          </>
        }
        sidebar={
          <Sidebar
            brand="Rollcall"
            home="/"
            label={texts("shell.navigation")}
            sections={sections}
            who={{ name, role: texts(`role.${role}`) }}
            menu={<WhoMenu />}
          />
        }
      >
        {children}
      </Frame>
    </LiveProvider>
  );
}
