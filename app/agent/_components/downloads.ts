import type { Artifact, Release } from "@/client/rollcall";

const systems = {
  windows: /^win/i,
  macos: /^(mac|darwin|os ?x)/i,
  linux: /linux|debian|ubuntu/i,
  ios: /^i(pad)?os/i,
  android: /android/i,
};

/** Files are named by whoever made them: `Windows`, `win32`, `darwin`. */
const systemOf = (name: string) => Object.entries(systems).find(([, pattern]) => pattern.test(name))?.[0];

/** The files for this system, then those that do not say; all of them where none of these is there. */
export function fitting(artifacts: readonly Artifact[], osName: string): readonly Artifact[] {
  const own = systemOf(osName);
  const forSystem = (wanted: string | undefined) => artifacts.filter(({ os }) => systemOf(os) === wanted);
  const fit = own ? [...forSystem(own), ...forSystem(undefined)] : [];
  return fit.length > 0 ? fit : artifacts;
}

/** What is to be downloaded for this system; nothing where another place leads to it. */
export const downloadsOf = ({ storeUrl, artifacts }: Release, osName: string): readonly Artifact[] =>
  storeUrl === null ? fitting(artifacts, osName) : [];
