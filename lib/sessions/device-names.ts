import table from "./device-names.json";
import { browserLabel } from "./labels";

// Server only: the table is too much for a browser. `npm run device-names` makes it.

type Device = { device: string | null; browserName: string | null; browserVersion: string | null };

let names: ReadonlyMap<string, string> | null = null;

/** By hardware code in small letters; read at the first question. */
function namesByCode() {
  names ??= new Map(
    table.flatMap((line) => {
      const [name = "", codes = ""] = line.split("|");
      return codes.split(" ").map((code) => [code, name] as const);
    }),
  );
  return names;
}

/** `SM-S938B` and all its countries are known by `SM-S938`. */
const family = /^sm-[a-z]\d{3}/;

/** The market name of a hardware code (`iPhone10,2`: `iPhone 8 Plus`); what is none, or unknown, as it was sent. */
export function deviceName(sent: string): string {
  const code = sent.trim().toLowerCase();
  const known = namesByCode();
  return known.get(code) ?? known.get(family.exec(code)?.[0] ?? "") ?? sent;
}

/** The device's market name, or for a desktop in a browser the browser: `iPhone 8 Plus`, `Chrome 126`. */
export const deviceLabel = (facts: Device) =>
  facts.device === null ? browserLabel(facts) : deviceName(facts.device);

/** The hardware code that an app sent, where the device is shown by another name. */
export const deviceCode = ({ device }: Pick<Device, "device">) =>
  device === null || deviceName(device) === device ? null : device;

/** Which of the devices, as they were sent, are shown by one of these names. */
export function devicesNamed(shown: readonly string[], among: readonly string[]): string[] {
  const wanted = new Set(shown);
  return among.filter((sent) => wanted.has(deviceName(sent)));
}
