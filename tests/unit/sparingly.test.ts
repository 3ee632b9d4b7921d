import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sparingly } from "@/lib/sparingly";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("an answer is kept for twenty times as long as it took, for whoever asks the same", async () => {
  const reads: ((answer: string) => void)[] = [];
  const ask = sparingly(
    (key: string) => key,
    () => new Promise<string>((resolve) => reads.push(resolve)),
  );
  const both = [ask("a"), ask("a"), ask("b")];
  expect(reads).toHaveLength(2);
  vi.advanceTimersByTime(100);
  for (const [place, answer] of reads.entries()) answer(`answer ${place}`);
  expect(await Promise.all(both)).toEqual(["answer 0", "answer 0", "answer 1"]);
  vi.advanceTimersByTime(1999);
  expect(await ask("a")).toBe("answer 0");
  vi.advanceTimersByTime(1);
  const again = ask("a");
  reads[2]?.("later");
  expect(await again).toBe("later");
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
