import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sparingly } from "@/lib/sparingly";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("an answer is kept for twenty times as long as it took, for whoever asks the same", async () => {
  let reads = 0;
  const ask = sparingly(
    (key: string) => key,
    async (key) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return `${key}${++reads}`;
    },
  );
  const both = Promise.all([ask("a"), ask("a"), ask("b")]);
  await vi.advanceTimersByTimeAsync(100);
  expect(await both).toEqual(["a1", "a1", "b2"]);
  await vi.advanceTimersByTimeAsync(1999);
  expect(await ask("a")).toBe("a1");
  await vi.advanceTimersByTimeAsync(1);
  const again = ask("a");
  await vi.advanceTimersByTimeAsync(100);
  expect(await again).toBe("a3");
});

test("what could not be read is read again", async () => {
  let fails = true;
  const ask = sparingly(
    () => "",
    async () => {
      if (fails) throw new Error("gone");
      return 1;
    },
  );
  await expect(ask(undefined)).rejects.toThrow("gone");
  fails = false;
  expect(await ask(undefined)).toBe(1);
});
