/** Line numbers from `first` to before `end` as one bit each, in base64: 500,000 lines are 83 kB, however many are marked. */
export function packMarks(marks: readonly number[], { first, end }: { first: number; end: number }): string {
  const bytes = new Uint8Array(Math.ceil((end - first) / 8));
  for (const line of marks) {
    const at = line - first;
    bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (1 << (at & 7));
  }
  let text = "";
  // In parts: a call takes no arguments without end.
  for (let from = 0; from < bytes.length; from += 8192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return btoa(text);
}

/** The numbers back, in their order. */
export function unpackMarks(bits: string, first: number): number[] {
  const text = atob(bits);
  const marks: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const byte = text.charCodeAt(at);
    for (let bit = 0; byte >> bit > 0; bit++) if ((byte >> bit) & 1) marks.push(first + at * 8 + bit);
  }
  return marks;
}
