import { createTranslator } from "use-intl/core";
import en from "@/messages/en.json";

/** The gateway's own texts, for people who use an app. */
export const texts = createTranslator({ locale: "en-GB", messages: en, namespace: "gateway" });

/** What agents call their states. */
export const states = createTranslator({ locale: "en-GB", messages: en, namespace: "state" });

const mostKept = 200;

/** Words are written once for all who are told the same: a release reaches ten thousand, and a text takes its time to fill in. */
export function writtenOnce() {
  const written = new Map<string, string>();
  return (same: readonly (string | null)[], write: () => string): string => {
    const key = JSON.stringify(same);
    const words = written.get(key) ?? write();
    if (written.size >= mostKept) written.clear();
    written.set(key, words);
    return words;
  };
}
