import { openChromium } from "./chromium";
import { signInToConsole } from "./console-session";
import { timesOf } from "./percentiles";
import type { Row } from "./table";
import { makeAdministrator, password, type World } from "./world";

const times = 10;

/** What is looked for, and how many lines have it. */
type Word = { word: string; lines: number };

/** The one log that there is, in a browser: from the click in the list to its first lines, and from a word to its count. */
export async function measureLogPage(world: World, reason: string, words: readonly Word[]): Promise<Row[]> {
  await makeAdministrator(world);
  const { url } = await world.startConsole();
  const chromium = await openChromium(url, await signInToConsole(url, { username: "admin", password }));
  try {
    const page = await chromium.open();
    const line = page.getByRole("grid", { name: "Lines of the log" }).getByRole("row").nth(20);
    const listed = page.getByRole("link", { name: reason });
    const search = page.getByRole("searchbox", { name: "Search the log" });
    const status = page.getByRole("search").getByRole("status");

    async function open() {
      await page.goto("/logs");
      await listed.waitFor();
      const start = performance.now();
      await listed.click();
      await line.waitFor();
      return performance.now() - start;
    }
    async function find({ word, lines }: Word) {
      await search.fill("");
      await status.filter({ hasNotText: /\d/ }).waitFor({ state: "attached" });
      const start = performance.now();
      await search.fill(word);
      await status.filter({ hasText: `of ${lines.toLocaleString("en-GB")}` }).waitFor();
      return performance.now() - start;
    }
    const row = async (what: string, most: number, act: () => Promise<number>): Promise<Row> => {
      await act();
      const ms: number[] = [];
      for (let time = 0; time < times; time++) ms.push(await act());
      return { what: `in Chromium, ${what}, p95`, figure: timesOf(ms).p95, unit: "ms", wanted: { most } };
    };
    const rows = [await row("from the click to its lines", 1000, open)];
    for (const word of words) rows.push(await row(`from “${word.word}” to its count`, 500, () => find(word)));
    return rows;
  } finally {
    await chromium.close();
  }
}
