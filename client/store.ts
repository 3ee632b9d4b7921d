/**
 * Where an app keeps its session across restarts: a keychain, or a web page's storage. `saved` holds the token: a secret.
 * Null takes it away.
 */
export type SessionStore = {
  read(): string | null | Promise<string | null>;
  write(saved: string | null): void | Promise<void>;
};

export type Held = { token: string; stream: string };

export const memoryStore = (): SessionStore => {
  let saved: string | null = null;
  return {
    read: () => saved,
    write(text) {
      saved = text;
    },
  };
};

export const writeHeld = ({ token, stream }: Held) => JSON.stringify({ token, stream });

/** Undefined for anything that this version did not write. */
export function readHeld(saved: string | null): Held | undefined {
  try {
    const value: unknown = JSON.parse(saved ?? "null");
    if (typeof value !== "object" || value === null || !("token" in value) || !("stream" in value))
      return undefined;
    const { token, stream } = value;
    return typeof token === "string" && typeof stream === "string" ? { token, stream } : undefined;
  } catch {
    return undefined;
  }
}
