import type { Page } from "@playwright/test";
import { expect, password, test } from "./fixtures";
import { AgentsPage } from "./pages/agents-page";

const mostMs = 1000;

test("a hidden tab asks for nothing, and is current within a second of being shown", async ({
  api,
  agent,
  phone,
  consolePage,
}) => {
  const asked: string[] = [];
  const streams = new Set<unknown>();
  const isStream = (url: string) => new URL(url).pathname === "/api/stream";
  consolePage.on("request", (request) => {
    asked.push(request.url());
    if (isStream(request.url())) streams.add(request);
  });
  consolePage.on("requestfinished", (request) => void streams.delete(request));
  consolePage.on("requestfailed", (request) => void streams.delete(request));
  await phone.start(agent.username, password);
  const agents = new AgentsPage(consolePage);
  await agents.open(agent.username);
  const row = agents.row(agent.name);
  await expect(row).toContainText("Not Ready");
  await expect(consolePage.getByText("Live", { exact: true })).toBeVisible();
  expect(streams.size).toBe(1);

  await hide(consolePage, true);
  await expect.poll(() => streams.size).toBe(0);
  asked.length = 0;
  await phone.setState("Not Ready");
  await phone.page.getByRole("button", { name: "Break" }).click();
  await expect
    .poll(async () => (await (await api.get(`users/${agent.username}`)).json()).seat)
    .toMatchObject({ state: "not_ready", reason: "Break" });
  await expect(row).not.toContainText("Break");
  expect(asked).toEqual([]);

  const tookMs = await framesUntil(consolePage, { name: agent.name, shows: "Break", withinMs: 10_000 });
  expect(tookMs).toBeLessThanOrEqual(mostMs);
  expect(streams.size).toBe(1);
});

/** As another tab in front of it does: browsers without a window never hide one themselves. */
const hide = (page: Page, hidden: boolean) =>
  page.evaluate((away) => {
    Object.defineProperty(document, "hidden", { value: away, configurable: true });
    Object.defineProperty(document, "visibilityState", {
      value: away ? "hidden" : "visible",
      configurable: true,
    });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);

type Shown = { name: string; shows: string; withinMs: number };

/** How long after the tab is shown the row of an agent says so, looked at in every frame. */
const framesUntil = (page: Page, { name, shows, withinMs }: Shown) =>
  page.evaluate(
    ([who, what, mostMs]) =>
      new Promise<number>((resolve) => {
        const from = performance.now();
        Object.defineProperty(document, "hidden", { value: false, configurable: true });
        Object.defineProperty(document, "visibilityState", { value: "visible", configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
        function look() {
          const rows = [...document.querySelectorAll("tbody tr")];
          const row = rows.find(({ textContent }) => textContent?.includes(who));
          const ms = performance.now() - from;
          if (row?.textContent?.includes(what) || ms > mostMs) resolve(ms);
          else requestAnimationFrame(look);
        }
        look();
      }),
    [name, shows, withinMs] as const,
  );
