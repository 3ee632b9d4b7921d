import { createAgent, expect, expectAccessible, password, signInToConsole, test } from "./fixtures";
import { writeYesterdaysSession } from "./ledger";
import { AgentsPage } from "./pages/agents-page";

test("a day of an agent opens by keyboard, is live, and goes back to the row", async ({
  agent,
  phone,
  consolePage,
}) => {
  await writeYesterdaysSession(agent.username, "Europe/Berlin");
  await phone.start(agent.username, password);
  const agents = new AgentsPage(consolePage);
  await agents.open(agent.username);
  const row = agents.row(agent.name);
  await row.focus();
  await consolePage.keyboard.press("Enter");

  const panel = consolePage.getByRole("dialog", { name: agent.name });
  const states = panel.getByRole("slider", { name: "States" });
  await expect(states).toHaveAttribute("aria-valuetext", /–now Not Ready, 0:00:\d\d$/);
  await expect(consolePage).toHaveURL(new RegExp(`agent=${agent.username}`));
  await expectAccessible(consolePage, "[role=dialog]");

  await phone.setState("Ready");
  await expect(states).toHaveAttribute("aria-valuetext", /–now Ready, 0:00:\d\d$/);
  await expect(panel.getByRole("img", { name: "Ready", exact: true })).toBeVisible();
  await phone.simulate("Inbound call");
  await phone.press("Accept");
  const handled = panel.getByRole("slider", { name: "Interactions" });
  await expect(handled).toHaveAttribute("aria-valuetext", /–now Voice in/);
  await phone.press("End");
  await expect(panel.getByLabel("Figures of the day")).toContainText("Handled in1");

  await states.focus();
  await consolePage.keyboard.press("Home");
  await expect(panel.getByText(/^\d\d:\d\d:\d\d–\d\d:\d\d:\d\d Not Ready, 0:00:\d\d$/)).toBeVisible();
  await consolePage.keyboard.press("ArrowRight");
  // The call begins before its agent is Busy: by how much is up to the machine.
  const ready = /^\d\d:\d\d:\d\d–\d\d:\d\d:\d\d Ready(, Voice in · Invoices)?, 0:00:\d\d$/;
  await expect(panel.getByText(ready)).toBeVisible();

  await panel.getByRole("button", { name: "Day before" }).click();
  await expect(consolePage).toHaveURL(/day=/);
  await expect(states).toHaveAttribute("aria-valuetext", /^00:00–0\d:00 Ready, 8:00:00$/);
  await panel.getByText("1 state in a list").click();
  await expect(panel.getByRole("table", { name: "States" })).toContainText("8:00:00");
  await expectAccessible(consolePage, "[role=dialog]");
  await consolePage.reload();
  await expect(states).toHaveAttribute("aria-valuetext", /^00:00–0\d:00 Ready/);
  await panel.getByRole("button", { name: "Day before" }).click();
  await expect(panel.getByText(`${agent.name} was not signed in on`)).toBeVisible();
  await consolePage.keyboard.press("t");
  await expect(states).toHaveAttribute("aria-valuetext", /–now/);
  await expect(consolePage).not.toHaveURL(/day=/);

  await consolePage.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(row).toBeFocused();
  await consolePage.keyboard.press("Enter");
  await expect(panel).toBeVisible();
  await panel.getByRole("button", { name: "Day before" }).click();
  await consolePage.goBack();
  await expect(panel).toBeHidden();
  await expect(consolePage).not.toHaveURL(/agent=/);
});

test("T shows today only for whoever wants shortcuts of single keys", async ({ agent, consolePage }) => {
  await writeYesterdaysSession(agent.username, "Europe/Berlin");
  await consolePage.goto(`/supervision?agent=${agent.username}`);
  const panel = consolePage.getByRole("dialog", { name: agent.name });
  const before = panel.getByRole("button", { name: "Day before" });
  await before.click();
  await expect(consolePage).toHaveURL(/day=/);
  const singleKeys = (value: string) =>
    consolePage.context().addCookies([{ name: "single-keys", value, url: consolePage.url() }]);
  await singleKeys("off");
  await before.press("t");
  await expect(consolePage).toHaveURL(/day=/);
  await singleKeys("on");
  await before.press("t");
  await expect(consolePage).not.toHaveURL(/day=/);
});

test("a supervisor of another team finds no such agent", async ({ api, agent, browser }) => {
  const lead = { username: `${agent.username}-s`, name: "Sam Visor", team: `${agent.team} x` };
  await createAgent(api, lead, ["supervisor"]);
  await api.patch(`users/${lead.username}`, { data: { supervises: [lead.team] } });
  const context = await browser.newContext();
  await signInToConsole(context, lead.username, password);
  const ask = (query: string) => context.request.get(`/api/agents/timeline?${query}`);
  expect((await ask(`username=${agent.username}`)).status()).toBe(404);
  expect((await ask(`username=${lead.username}`)).status()).toBe(200);
  expect((await ask(`username=${lead.username}&day=yesterday`)).status()).toBe(422);

  const page = await context.newPage();
  await page.goto(`/supervision?agent=${agent.username}`);
  await expect(page.getByText("There is no such agent")).toBeVisible();
  await expectAccessible(page, "[role=dialog]");
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/agent=/);
  await context.close();
});
