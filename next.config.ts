import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino"],
  typedRoutes: true,
  // A page's title comes with its first bytes, for everybody: not streamed after it.
  htmlLimitedBots: /.*/,
  // Types and lint are checked by `npm run check`, once, not again in each build.
  typescript: { ignoreBuildErrors: true },
};

export default config;
