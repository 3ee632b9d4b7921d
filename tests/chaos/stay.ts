/** A state that an app told. */
export type Told = {
  id: string;
  state: string;
  reason: string | null;
  atMs: number;
  acknowledgedMs: number | null;
};

/** What an app knows of a session that it was given: whatever it was told must be in the ledger. */
export type Stay = {
  sessionId: string;
  token: string;
  username: string;
  app: "Mobile" | "Agent Desktop";
  loginAt: string;
  idempotencyKey: string;
  /** Which gateway gave it. */
  via: string;
  told: Told[];
  /** When it said or got something last that was answered. */
  inTouchMs: number;
  /** When the app vanished. */
  goneMs: number | null;
  /** Its sign-out was answered. */
  signedOut: boolean;
  /** The cause, as a gateway told it. */
  ended: string | null;
};

/** What all apps were told, and what they should never have been. */
export type Diary = { stays: Stay[]; keys: Set<string>; surprises: string[] };

export const newDiary = (): Diary => ({ stays: [], keys: new Set(), surprises: [] });

const states = ["ready", "busy", "after_call_work"];

/** Every other state has a reason that no other frame has. */
export function nextState(stay: Stay): Told {
  const number = stay.told.length;
  const told =
    number % 2 === 0
      ? { state: "not_ready", reason: `${stay.sessionId} ${number}` }
      : { state: states[(number >> 1) % states.length] ?? "ready", reason: null };
  const next = { ...told, id: `${stay.sessionId} ${number}`, atMs: Date.now(), acknowledgedMs: null };
  stay.told.push(next);
  return next;
}

export const frameOf = ({ id, state, reason, atMs }: Told) => ({
  id,
  type: "state",
  state,
  ...(reason && { reason }),
  ageMs: Math.max(0, Date.now() - atMs),
});

export function acknowledge(stay: Stay, id: string) {
  const told = stay.told.find((one) => one.id === id);
  if (!told) return;
  told.acknowledgedMs = Date.now();
  stay.inTouchMs = Math.max(stay.inTouchMs, told.atMs);
}
