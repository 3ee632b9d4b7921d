import { exportTextsIn } from "@/lib/reports/export-texts";
import en from "@/messages/en.json";
import { locale } from "./texts";

export const exportTexts = exportTextsIn(locale, en);
