import type { MetadataRoute } from "next";
import { texts } from "@/app/_edges/texts";

export const dynamic = "force-static";

const icon = (name: string, size: number) => ({
  src: `/agent/${name}.png`,
  sizes: `${size}x${size}`,
  type: "image/png",
});

/** What a device needs to install the agent app. */
export function GET() {
  const manifest: MetadataRoute.Manifest = {
    id: "/agent",
    name: texts("agent.install.name"),
    short_name: texts("agent.brand"),
    description: texts("agent.install.description"),
    start_url: "/agent",
    scope: "/agent",
    display: "standalone",
    theme_color: "#fbfbfa",
    background_color: "#fbfbfa",
    icons: [
      { ...icon("icon-192", 192), purpose: "any" },
      { ...icon("icon-512", 512), purpose: "any" },
      { ...icon("icon-maskable-512", 512), purpose: "maskable" },
    ],
  };
  return Response.json(manifest, { headers: { "content-type": "application/manifest+json" } });
}
