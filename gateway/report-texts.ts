import { exportTextsIn } from "@/lib/reports/export-texts";
import en from "@/messages/en.json";

/** The words of the files that go out by mail: those of the console's own exports. */
export const exportTexts = exportTextsIn("en-GB", en);
