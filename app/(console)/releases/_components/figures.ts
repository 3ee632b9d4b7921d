import { z } from "zod";

/** The figures of a preview in the order in which they are read; who is up to date comes last. */
export const figureKeys = [
  "owed",
  "signedOutNow",
  "afterInteraction",
  "packageDeployment",
  "unsupportedOs",
  "unknownVersion",
  "current",
] as const;

export const FigureKey = z.enum(figureKeys);
export type FigureKey = z.output<typeof FigureKey>;
