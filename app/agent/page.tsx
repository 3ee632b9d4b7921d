import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import { texts } from "@/app/_edges/texts";
import { env } from "@/lib/env";
import { AgentApp } from "./_components/agent-app";

export const metadata: Metadata = {
  title: texts("agent.title"),
  manifest: "/agent/manifest.webmanifest",
  appleWebApp: { capable: true, title: texts("agent.brand") },
  icons: { icon: "/icon.svg", apple: "/agent/icon-180.png" },
};

/** To the edges of a phone's screen: the app keeps clear of notch and home bar itself. */
export const viewport: Viewport = {
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfbfa" },
    { media: "(prefers-color-scheme: dark)", color: "#141413" },
  ],
};

export default async function Page() {
  await connection();
  return <AgentApp gatewayUrl={env().GATEWAY_URL} />;
}
