import type { SessionStore } from "@/client/rollcall";

/** A page's storage may be closed to it (private windows, blocked cookies): then nothing outlives the page. */
export function readSaved(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function writeSaved(key: string, text: string | null) {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // As above: the app works, and forgets.
  }
}

export function readSavedJson(key: string): unknown {
  try {
    return JSON.parse(readSaved(key) ?? "null");
  } catch {
    return null;
  }
}

/** Open to every script of this origin: fit for a reference app; a real one keeps its token in the keychain. */
export const sessionStore: SessionStore = {
  read: () => readSaved("rollcall.agent.session"),
  write: (saved) => writeSaved("rollcall.agent.session", saved),
};
