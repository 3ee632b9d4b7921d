import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino"],
  typedRoutes: true,
  // Live screens render with every batch: without it the toolbar, the menus and the head came along each time.
  reactCompiler: true,
  // A page's title comes with its first bytes, for everybody: not streamed after it.
  htmlLimitedBots: /.*/,
  // Types and lint are checked by `npm run check`, once, not again in each build.
  typescript: { ignoreBuildErrors: true },
};

export default config;
