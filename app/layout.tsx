import "./globals.css";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { parseTheme, themeAttribute, themeCookie } from "@/components/shell/theme";
import { UiProviders } from "@/components/ui/providers";
import { Texts } from "./_components/texts";
import { currentSession } from "./_edges/actor";
import { locale, localeFor, texts } from "./_edges/texts";

export const metadata: Metadata = { title: { default: "Rollcall", template: "%s · Rollcall" } };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const session = await currentSession();
  // Whoever is signed in reads as they chose; the cookie is for the pages before that.
  const theme = session?.theme ?? parseTheme((await cookies()).get(themeCookie)?.value);

  return (
    // The theme switch sets the attribute itself, before any new paint of the server.
    <html lang={locale} data-theme={themeAttribute(theme)} suppressHydrationWarning>
      <body>
        <Texts locale={localeFor(session?.clock ?? "h23")} timeZone={session?.timeZone ?? "UTC"}>
          <UiProviders closeLabel={texts("ui.close")}>{children}</UiProviders>
        </Texts>
      </body>
    </html>
  );
}
