import type { App } from "../fleet";
import type { Trade } from "../teams";

/** An agent who is to live. */
export type Visitor = {
  username: string;
  password: string;
  team: Trade;
  /** The one used most comes first. */
  apps: readonly App[];
  /** One that is open, and goes on. */
  session: { token: string; installId: string } | null;
  /** How long until the first sign-in. */
  comesInMs: number;
  seed: number;
};
