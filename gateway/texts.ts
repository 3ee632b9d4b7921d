import { createTranslator } from "use-intl/core";
import en from "@/messages/en.json";

/** The gateway's own texts, for people who use an app. */
export const texts = createTranslator({ locale: "en-GB", messages: en, namespace: "gateway" });

/** What agents call their states. */
export const states = createTranslator({ locale: "en-GB", messages: en, namespace: "state" });
