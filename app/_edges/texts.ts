import { createTranslator, type NamespaceKeys, type NestedKeyOf } from "use-intl/core";
import type { ErrorCode } from "@/lib/errors";
import en from "@/messages/en.json";

/** The language of the console, with the 24-hour clock and days before months. More languages: more files beside messages/en.json. */
export const locale = "en-GB";

/** The languages that there are messages in, by their own names. */
export const languages = [{ value: "en", label: "English" }] as const;

/** The reader's clock travels with the language, so that every time on every screen keeps to it. */
export const localeFor = (clock: "h23" | "h12") =>
  clock === "h12" ? (`${locale}-u-hc-h12` as const) : locale;

/** Texts for server components; client components have `useTranslations`. */
export const texts = createTranslator({ locale, messages: en });

/** The same for one part of the file. */
export const textsOf = <N extends NamespaceKeys<typeof en, NestedKeyOf<typeof en>>>(namespace: N) =>
  createTranslator({ locale, messages: en, namespace });

export const problemTitle = (code: ErrorCode) => texts(`problem.${code}`);
