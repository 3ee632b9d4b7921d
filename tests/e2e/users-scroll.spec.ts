import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { writePeople } from "./ledger";
import { UsersPage } from "./pages/users-page";

// More than are loaded with the page, and no more: a machine without a graphics card draws a frame a second.
const people = 1000;
// A third of a screen and more: faster than anybody reads.
const pixelsPerTurn = 480;

test("a thousand people go by under the wheel, and no frame shows a blank row", async ({
  agent,
  consolePage,
}) => {
  const users = new UsersPage(consolePage);
  await writePeople(agent.team, people);
  // Nobody turns the wheel before the page is alive, and has read on beyond its first rows.
  const readOn = consolePage.waitForResponse(/\/api\/users\/rows\?/);
  await users.open({ team: agent.team });
  await readOn;
  await expect(users.grid).toHaveAttribute("aria-rowcount", String(people + 2));
  await watchFrames(consolePage);
  await turnTheWheel(consolePage, await users.grid.boundingBox());

  const { frames, wrong } = await consolePage.evaluate(() => window.seen);
  expect(wrong).toEqual([]);
  expect(frames).toBeGreaterThan(20);
});

/** The whole list down. The wheel turns on with the frames, so that a busy machine is not asked for more than it can draw. */
async function turnTheWheel(page: Page, grid: { x: number; y: number } | null) {
  if (!grid) throw new Error("the grid is not there");
  await page.mouse.move(grid.x + 200, grid.y + 200);
  let atEnd = false;
  while (!atEnd) {
    await page.mouse.wheel(0, pixelsPerTurn);
    atEnd = await page.evaluate(
      (last) => new Promise((resolve) => requestAnimationFrame(() => resolve(window.seen.furthest === last))),
      people + 2,
    );
  }
}

type Seen = { frames: number; furthest: number; wrong: string[] };

declare global {
  interface Window {
    seen: Seen;
  }
}

/** From now on, looks at every frame whether rows with somebody in them cover what is in view. */
function watchFrames(page: Page) {
  return page.evaluate(() => {
    const grid = document.querySelector("[role=grid]");
    const scroller = grid?.closest(".overflow-auto");
    const head = grid?.querySelector("thead");
    if (!grid || !scroller || !head) throw new Error("there is no grid to watch");
    window.seen = { frames: 0, furthest: 0, wrong: [] };

    function look(scroller: Element, grid: Element, head: Element) {
      const box = scroller.getBoundingClientRect();
      const bottom = Math.min(box.top + scroller.clientHeight, grid.getBoundingClientRect().bottom);
      let covered = head.getBoundingClientRect().bottom;
      for (const row of grid.querySelectorAll<HTMLElement>("tbody tr[aria-rowindex]")) {
        const { top, bottom: end } = row.getBoundingClientRect();
        if (end <= covered || top >= bottom) continue;
        const place = row.getAttribute("aria-rowindex");
        if (top > covered + 1) window.seen.wrong.push(`nothing before row ${place}`);
        if (row.ariaBusy === "true") window.seen.wrong.push(`nobody in row ${place}`);
        covered = end;
        window.seen.furthest = Math.max(window.seen.furthest, Number(place));
      }
      if (covered < bottom - 1) window.seen.wrong.push(`nothing below ${covered} of ${bottom}`);
      window.seen.frames += 1;
      requestAnimationFrame(() => look(scroller, grid, head));
    }
    requestAnimationFrame(() => look(scroller, grid, head));
  });
}
