/** As the client library sends a log that has piled up. */
export const pieceChars = 2 ** 16;

const events = [
  "session state confirmed by the gateway",
  "socket message received",
  "softphone registered at the edge",
  "call accepted by the agent",
  "customer record loaded",
  "ICE candidate pair nominated",
  "render of the contact panel",
];
const levels = ["debug", "debug", "debug", "debug", "info", "info", "warn", "debug", "debug", "error"];

/** A line as an app writes it, of some 170 characters; every 5000th has a word that no other has. */
export function lineOf(number: number): string {
  return JSON.stringify({
    queue: `Service line ${number % 17}`,
    ms: (number * 7919) % 900,
    trace: ((number * 2654435761) % 2 ** 32).toString(16),
    at: new Date(Date.UTC(2026, 10, 27, 8) + number * 100).toISOString(),
    level: levels[number % levels.length],
    message: `${events[number % events.length]} ${number}${number % 5000 === 0 ? " renegotiation" : ""}`,
  });
}

/** The lines of a piece of so many characters, the first of which has this number; how many there are is a matter of their length. */
export function pieceFrom(first: number): string[] {
  const lines: string[] = [];
  for (let chars = 0; chars < pieceChars; ) {
    const line = lineOf(first + lines.length);
    lines.push(line);
    chars += line.length + 1;
  }
  return lines;
}

export const pieceOf = (number: number): string => `${pieceFrom(number * 400).join("\n")}\n`;
