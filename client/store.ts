import { randomId } from "./random-id";

/**
 * Where an app keeps its session across restarts: a keychain, or a web page's storage. `saved` holds the token: a secret.
 * Null takes it away.
 */
export type SessionStore = {
  read(): string | null | Promise<string | null>;
  write(saved: string | null): void | Promise<void>;
};

/** `resumeKey`: an attempt to go on in a new session began; the restarted app must be known as the same one. */
export type Held = { token: string; stream: string; resumeKey?: string };

export const memoryStore = (): SessionStore => {
  let saved: string | null = null;
  return {
    read: () => saved,
    write(text) {
      saved = text;
    },
  };
};

/** What is stored is shared: other pages of the same app write it, too. */
export function createKeeper(storage: SessionStore) {
  const read = async () => readHeld(await storage.read());
  const write = async (held: Held) => storage.write(writeHeld(held));

  return {
    read,
    write,
    /** Another token than `mine`, stored meanwhile. */
    async successor(mine: Held): Promise<Held | undefined> {
      const stored = await read();
      return stored?.token === mine.token ? undefined : stored;
    },
    async forget(mine: Held) {
      if ((await read())?.token === mine.token) await storage.write(null);
    },
    /** The same for the same token, also after a restart. */
    async resumeKey(mine: Held): Promise<string> {
      const stored = await read();
      const key = stored?.token === mine.token ? stored.resumeKey : undefined;
      if (key) return key;
      const made = randomId();
      await write({ ...mine, resumeKey: made });
      return made;
    },
  };
}

export const writeHeld = ({ token, stream, resumeKey }: Held) => JSON.stringify({ token, stream, resumeKey });

/** Undefined for anything that this version did not write. */
export function readHeld(saved: string | null): Held | undefined {
  try {
    const value: unknown = JSON.parse(saved ?? "null");
    if (typeof value !== "object" || value === null || !("token" in value) || !("stream" in value))
      return undefined;
    const { token, stream } = value;
    if (typeof token !== "string" || typeof stream !== "string") return undefined;
    const resumeKey = "resumeKey" in value ? value.resumeKey : undefined;
    return { token, stream, ...(typeof resumeKey === "string" && { resumeKey }) };
  } catch {
    return undefined;
  }
}
