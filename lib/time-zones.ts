/** Runtimes go on listing some zones by names that their places have left behind: nobody looks for these. */
const namedAnew: Record<string, string> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Godthab": "America/Nuuk",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
};

/** Every time zone by its name of today, UTC first. */
export const timeZones = () => [
  ...new Set(["UTC", ...Intl.supportedValuesOf("timeZone").map(zoneToday).toSorted()]),
];

export const zoneToday = (zone: string) => namedAnew[zone] ?? zone;
