import { AgentTimeline } from "@/lib/agents/timeline";

export type Answer = AgentTimeline | "missing" | "failed";

const atMostEveryMs = 1000;
const againMs = 2000;

/** Reads a day of an agent at once, and anew when asked to: at most once a second, one after the other. */
export function readTimeline(username: string, day: string | null, onAnswer: (answer: Answer) => void) {
  const ending = new AbortController();
  const query = new URLSearchParams({ username, ...(day !== null && { day }) });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let begunAt = 0;
  let reading = false;
  let owed = false;

  async function read() {
    timer = undefined;
    reading = true;
    owed = false;
    begunAt = performance.now();
    const answer = await ask().catch(() => "failed" as const);
    reading = false;
    if (ending.signal.aborted) return;
    onAnswer(answer);
    if (answer === "failed") timer = setTimeout(read, againMs);
    else if (owed) again();
  }

  async function ask(): Promise<Answer> {
    const response = await fetch(`/api/agents/timeline?${query}`, { signal: ending.signal });
    // An address that says no day or no name that could be is one of nobody.
    if (response.status === 404 || response.status === 422) return "missing";
    if (!response.ok) return "failed";
    return AgentTimeline.parse(await response.json());
  }

  function again() {
    owed = true;
    if (reading || timer !== undefined) return;
    timer = setTimeout(read, Math.max(0, begunAt + atMostEveryMs - performance.now()));
  }

  void read();
  return {
    again,
    end() {
      clearTimeout(timer);
      ending.abort();
    },
  };
}
