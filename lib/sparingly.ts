/** An answer is kept for so many times as long as it took to read. */
const times = 20;

/**
 * What is dear to read, read seldom, by however many it is asked: each answer is kept by its key, the longer the longer it took.
 * One that failed is not kept.
 */
export function sparingly<Given, Answer>(
  keyOf: (given: Given) => string,
  read: (given: Given) => Promise<Answer>,
): (given: Given) => Promise<Answer> {
  const kept = new Map<string, { answer: Promise<Answer>; untilMs: number }>();
  return (given) => {
    const fromMs = performance.now();
    for (const [key, { untilMs }] of kept) if (untilMs <= fromMs) kept.delete(key);
    const key = keyOf(given);
    const known = kept.get(key);
    if (known) return known.answer;
    const entry = { answer: read(given), untilMs: Number.POSITIVE_INFINITY };
    kept.set(key, entry);
    entry.answer.then(
      () => {
        const nowMs = performance.now();
        entry.untilMs = nowMs + (nowMs - fromMs) * times;
      },
      () => kept.delete(key),
    );
    return entry.answer;
  };
}
