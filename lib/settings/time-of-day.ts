/** What a clock in a zone shows at a moment: `03:00`. */
export function timeOfDayAt(moment: string, timeZone: string) {
  const shown = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
  return shown.format(new Date(moment));
}
