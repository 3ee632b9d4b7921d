import { readFileSync } from "node:fs";
import { expect, expectAccessible, test } from "./fixtures";
import { auditedChanges, query } from "./ledger";
import { LogsPage } from "./pages/logs-page";
import { sentLog } from "./sent-log";

// A winter's day, long before the agent signs in: what they did stands behind all lines.
const begunMs = Date.UTC(2026, 0, 15, 8);
const levels = ["debug", "info", "info", "info", "warn"];
/** Line `number` of a log that writes one a second; each hundredth an error. */
const line = (number: number) =>
  JSON.stringify({
    at: new Date(begunMs + number * 1000).toISOString(),
    level: number % 100 === 99 ? "error" : levels[number % levels.length],
    message: number % 1000 === 500 ? `Codec ${number} refused` : `packet ${number}`,
    call: { id: `c-${number % 7}`, held: false },
  });
const linesOf = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => line(from + at)).join("\n");

test("a long log is searched, narrowed, jumped in, wrapped, linked to and taken away", async ({
  agent,
  consolePage: page,
}) => {
  const long = JSON.stringify({ level: "info", message: `begin ${"word ".repeat(300)}end of the long line` });
  const pieces = Array.from({ length: 6 }, (_, piece) => linesOf(piece * 1000, 1000));
  const id = await sentLog(agent.username, [...pieces, long]);
  const logs = new LogsPage(page);
  await page.goto(`/logs/${id}`);
  await expect(logs.line("packet 0").first()).toBeVisible();
  await expect(page.getByText("6,001 lines")).toBeVisible();
  await logs.expectStatus("Complete");
  await expectAccessible(page);

  await logs.search.fill("codec");
  await expect(logs.found).toHaveText("1 of 6");
  await expect(logs.line("Codec 500 refused").locator("mark")).toHaveText("Codec");
  await logs.search.press("Enter");
  await expect(logs.found).toHaveText("2 of 6");
  await expect(logs.line("Codec 1500 refused")).toBeVisible();
  await logs.search.press("Shift+Enter");
  await page.keyboard.press("Shift+F3");
  await expect(logs.found).toHaveText("6 of 6");
  await expect(logs.line("Codec 5500 refused")).toBeVisible();

  await page.getByRole("button", { name: "Errors" }).click();
  await expect(logs.found).toHaveText("No match");
  await logs.search.fill("");
  await expect(logs.line("packet 5999")).toBeVisible();
  await expect(logs.line("packet 5998")).toBeHidden();
  await expect(page).toHaveURL(/\?level=error$/);
  await page.reload();
  await expect(logs.line("packet 199").first()).toBeVisible();
  await expect(logs.line("packet 198")).toBeHidden();
  await page.getByRole("button", { name: "Errors" }).click();

  // Eight in Greenwich is nine in Berlin; an hour later come the lines from 3600 on.
  await page.getByLabel("Time to go to").fill("10:00:00");
  await page.getByRole("button", { name: "Go to time" }).click();
  await expect(logs.line("packet 3600")).toBeVisible();
  await logs.line("packet 3600").click();
  await expect(logs.line("packet 3600").locator("dl")).toContainText('"id": "c-2"');
  await expectAccessible(page);

  await logs.line("packet 3600").focus();
  await page.keyboard.press("End");
  await expect(logs.line("Not Ready")).toBeFocused();
  await page.getByRole("button", { name: "What the agent did" }).click();
  await expect(logs.line("Not Ready")).toBeHidden();
  await logs.line("packet 5999").focus();
  await page.keyboard.press("ArrowDown");
  await expect(logs.line("begin word")).toBeFocused();
  const height = async () => (await logs.line("begin word").boundingBox())?.height ?? 0;
  expect(await height()).toBeLessThan(30);
  await page.getByRole("button", { name: "Wrap lines" }).click();
  await expect.poll(height).toBeGreaterThan(60);
  await page.keyboard.press("Escape");

  await page.goto(`/logs/${id}?line=2346`);
  await expect(logs.line("packet 2345").locator("dl")).toBeVisible();

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download" }).click();
  const file = await (await download).path();
  expect((await download).suggestedFilename()).toMatch(/^log-maria-.*\.log$/);
  const written = readFileSync(file, "utf8").trimEnd().split("\n");
  expect(written).toHaveLength(6001);
  expect(written[500]).toContain('WARN  Codec 500 refused call={"id":"c-3","held":false}'.slice(6));

  await logs.act("Keep it");
  await expect(page.getByText("never, it is kept")).toBeVisible();
  await logs.act("Delete…");
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText("Deletes 6,001 lines");
  await expectAccessible(page);
  await question.getByRole("button", { name: "Delete for good" }).click();
  await expect(page).toHaveURL("/logs");
  expect(await query("SELECT FROM log_piece WHERE request_id = $1", [id])).toEqual([]);
  expect(await auditedChanges(id)).toContainEqual({ format: "log" });
});

test("what an app writes is text, whatever it is", async ({ agent, consolePage: page }) => {
  const hostile = [
    '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>',
    "\u001b[2J\u001b]0;owned\u0007 red \u001b[31m",
    "turned \u202e round",
    "&lt;b&gt; {{7*7}} %s",
  ];
  const lines = hostile.map((message) => JSON.stringify({ level: "warn", message, "<b>key</b>": message }));
  const id = await sentLog(agent.username, [[...lines, "<b>no json</b>"].join("\n")]);
  const logs = new LogsPage(page);
  await page.goto(`/logs/${id}`);
  await expect(logs.line("<img src=x onerror").first()).toBeVisible();
  await logs.line("<img src=x onerror").first().click();
  await expect(logs.line("<img src=x onerror").locator("dt").last()).toHaveText("<b>key</b>");
  await expect(logs.line("<b>no json</b>")).toBeVisible();
  await expect(logs.line("␛[2J␛]0;owned␇ red ␛[31m").first()).toBeVisible();
  await expect(logs.line("turned � round").first()).toBeVisible();
  await expect(logs.rows.locator("img, script, b")).toHaveCount(0);
  await expect(page).not.toHaveTitle(/owned/);
  await logs.search.fill("<script>");
  await expect(logs.found).toHaveText("1 of 1");
  await logs.search.fill("[31m");
  await expect(logs.found).toHaveText("1 of 1");
});
