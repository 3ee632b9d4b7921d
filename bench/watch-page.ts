import type { Page } from "@playwright/test";

type Seen = { latencies: number[]; longTasks: number[]; frames: number[] };

/** Makes a page measure itself: from a moment written in a cell to its paint, its long tasks, and its frames. All in ms. */
export async function watchPage(page: Page) {
  await page.evaluate(() => {
    const seen: Seen = { latencies: [], longTasks: [], frames: [] };
    const known = new Set<string>();
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longTasks.push(duration);
    }).observe({ type: "longtask" });

    let inFrame = false;
    const waiting: (() => void)[] = [];
    const painted = new MessageChannel();
    painted.port1.onmessage = () => {
      inFrame = false;
      for (const then of waiting.splice(0)) then();
    };
    /** Called when what was changed just now has been painted: with the frame that is being made, or with the next one. */
    const whenPainted = (then: () => void) => {
      if (inFrame) waiting.push(then);
      else requestAnimationFrame(() => waiting.push(then));
    };
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records)
        for (const node of [target, ...addedNodes])
          for (const [text, at] of (node.textContent ?? "").slice(0, 2000).matchAll(/s(\d{13})/g)) {
            if (known.has(text)) continue;
            known.add(text);
            whenPainted(() => seen.latencies.push(Date.now() - Number(at)));
          }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });

    let last = performance.now();
    // The first callback of every frame.
    requestAnimationFrame(function frame(now) {
      inFrame = true;
      painted.port2.postMessage(null);
      // Browsers tell the time of a frame in tenths.
      seen.frames.push(Math.round((now - last) * 10) / 10);
      last = now;
      requestAnimationFrame(frame);
    });
  });
  return {
    /** What was seen since the last time. */
    take: () =>
      page.evaluate(() => {
        const { seen } = window as unknown as { seen: Seen };
        const taken = {
          latencies: [...seen.latencies],
          longTasks: [...seen.longTasks],
          frames: [...seen.frames],
        };
        for (const list of Object.values(seen)) list.length = 0;
        return taken;
      }),
  };
}
