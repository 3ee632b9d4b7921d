/** 128 random bits in hex. `crypto.randomUUID` is missing on pages without https, `crypto` in some React Natives. */
export function randomId(): string {
  const bytes = new Uint8Array(16);
  if (globalThis.crypto) crypto.getRandomValues(bytes);
  // These ids tell frames and attempts of one app apart; none of them is a secret.
  else
    bytes.forEach((_, index) => {
      bytes[index] = Math.random() * 256;
    });
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
