import { useLocale, useTranslations } from "use-intl";
import { leasesOf } from "@/lib/seats/silence";
import type { SettingKey, Settings } from "@/lib/settings/schema";
import { kinds } from "./catalogue";
import { type Fault, spanOf, type Value } from "./entry";
import { type Span, toSpan } from "./span";

const exampleSeconds = { seconds: 90, minutes: 1800, hours: 43_200, days: 172_800 };

/** Settings and their values in words. */
export function useSettingWords() {
  const t = useTranslations("settings");
  const locale = useLocale();

  const spanWords = ({ count, unit }: Span) => t(`span.${unit}`, { count });

  /** As it is entered; nothing for none. */
  function textOf(key: SettingKey, value: Value): string {
    const span = spanOf(key, value);
    return span ? spanWords(span) : String(value ?? "");
  }

  /** As it is told. */
  function wordsOf(key: SettingKey, value: Value): string {
    if (value === null) return t("none");
    const kind = kinds[key];
    const option = kind.kind === "choice" && kind.options.find((option) => option === value);
    if (option) return t(`choice.${option}`);
    return kind.kind === "count" ? value.toLocaleString(locale) : textOf(key, value);
  }

  /** What it does, among the others as they are entered. */
  function doesOf(key: SettingKey, among: Settings): string {
    const does = t(`does.${key}`);
    if (key !== "interactionLeaseSeconds") return does;
    const { interactionLeaseSeconds: counts } = leasesOf("desktop", among);
    if (counts === null || counts === among[key]) return does;
    return `${does} ${t("outweighed", { value: wordsOf(key, counts) })}`;
  }

  function faultOf(key: SettingKey, fault: Fault): string {
    if ("bound" in fault) return t(`fault.${fault.fault}`, { bound: wordsOf(key, fault.bound) });
    const kind = kinds[key];
    const example = kind.kind === "span" ? spanWords(toSpan(exampleSeconds[kind.unit])) : "";
    return t(`fault.${fault.fault}`, { example });
  }

  return { textOf, wordsOf, doesOf, faultOf, nameOf: (key: SettingKey) => t(`name.${key}`) };
}
