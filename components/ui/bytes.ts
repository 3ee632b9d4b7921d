const units = ["B", "kB", "MB", "GB"] as const;

/** "512 B", "1.2 MB": of 1024 each. */
export function formatBytes(bytes: number, locale: string): string {
  let amount = bytes;
  let unit = 0;
  while (amount >= 1024 && unit < units.length - 1) {
    amount /= 1024;
    unit += 1;
  }
  const digits = unit > 0 && amount < 10 ? 1 : 0;
  return `${amount.toLocaleString(locale, { maximumFractionDigits: digits })} ${units[unit]}`;
}
