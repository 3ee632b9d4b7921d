/** What a closed stream means for the app. */
export type AfterClose = "ended" | "replaced" | "bad-token" | "reconnect";

const finalCodes: Readonly<Record<number, AfterClose>> = {
  4001: "ended",
  4002: "replaced",
  4003: "bad-token",
};

export const restarting = 1012;

/** The gateway had too much of this app, or a frame was too large: nothing is gained by coming back soon. */
export const isUnwelcome = (code: number) => code === 1008 || code === 1009;

export const afterClose = (code: number): AfterClose => finalCodes[code] ?? "reconnect";
