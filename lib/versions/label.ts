/** `v2.17.60 (2.62740)`; a version that starts with no digit is written as it was sent. */
export function versionLabel(version: string, build: string | null) {
  const shown = /^\d/.test(version) ? `v${version}` : version;
  return build === null ? shown : `${shown} (${build})`;
}
