const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const two = (value: number) => String(value).padStart(2, "0");

/** 5:12:40, or 4:10 below an hour: with `hours`, 0:04:10. Whole seconds, rounded down; never negative. */
export function formatDuration(ms: number, hours = false) {
  const total = Math.max(0, Math.floor(ms / secondMs));
  const full = Math.floor(total / 3600);
  const minutes = Math.floor(total / 60) % 60;
  const seconds = two(total % 60);
  return hours || full > 0 ? `${full}:${two(minutes)}:${seconds}` : `${minutes}:${seconds}`;
}

/** The same as a machine reads it, for `<time dateTime>`. */
export function isoDuration(ms: number) {
  return `PT${Math.max(0, Math.floor(ms / secondMs))}S`;
}

export type Elapsed =
  | { unit: "now" }
  | { unit: "seconds"; seconds: number }
  | { unit: "minutes"; minutes: number }
  | { unit: "hours"; hours: number; minutes: number }
  | { unit: "days"; days: number };

/** The two largest units worth saying: seconds, minutes, hours and minutes, days. */
export function elapsed(ms: number): Elapsed {
  if (ms < secondMs) return { unit: "now" };
  if (ms < minuteMs) return { unit: "seconds", seconds: Math.floor(ms / secondMs) };
  if (ms < hourMs) return { unit: "minutes", minutes: Math.floor(ms / minuteMs) };
  if (ms < dayMs)
    return { unit: "hours", hours: Math.floor(ms / hourMs), minutes: Math.floor((ms % hourMs) / minuteMs) };
  return { unit: "days", days: Math.floor(ms / dayMs) };
}
