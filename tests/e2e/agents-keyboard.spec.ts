import { called, createAgent, expect, password, test } from "./fixtures";
import { tabTo } from "./keyboard";
import { AgentsPage } from "./pages/agents-page";

test("keyboard alone: search, filter, sort, open and close a day, force a state", async ({
  api,
  agent,
  phone,
  desktop,
  consolePage,
}) => {
  const colleague = called(agent, "Bao Nguyen");
  await createAgent(api, colleague);
  await phone.start(agent.username, password);
  await desktop.start(colleague.username, password);
  const agents = new AgentsPage(consolePage);
  const { keyboard } = consolePage;
  await agents.open();
  await keyboard.press("/");
  await keyboard.type(agent.username);
  await expect(agents.names).toHaveText([colleague.name, agent.name]);

  await tabTo(consolePage, "checkbox", /^Select all/);
  await keyboard.press("Tab");
  await keyboard.press("ArrowRight");
  await keyboard.press("Enter");
  await expect(consolePage).toHaveURL(/sort=-agent/);
  await expect(agents.names).toHaveText([agent.name, colleague.name]);

  await keyboard.press("/");
  await tabTo(consolePage, "combobox", /^Platform:/);
  await keyboard.press("Enter");
  await expect(consolePage.getByRole("option", { name: "Mobile" })).toBeVisible();
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await keyboard.press("Escape");
  await expect(consolePage).toHaveURL(/platform=mobile/);
  await expect(agents.names).toHaveText([agent.name]);

  await tabTo(consolePage, "checkbox", /^Select all/);
  await keyboard.press("Tab");
  await keyboard.press("Tab");
  await expect(agents.row(agent.name)).toBeFocused();
  await keyboard.press("Enter");
  await expect(agents.timeline(agent.name).getByRole("slider", { name: "States" })).toBeVisible();
  await keyboard.press("Escape");
  await expect(agents.timeline(agent.name)).toBeHidden();
  await expect(agents.row(agent.name)).toBeFocused();

  await keyboard.press("Space");
  await tabTo(consolePage, "button", /^Set Not Ready…/);
  await keyboard.press("Enter");
  await expect(agents.question).toBeVisible();
  await tabTo(consolePage, "combobox", /^Reason/);
  await keyboard.press("Enter");
  await expect(consolePage.getByRole("option", { name: "Break" })).toBeVisible();
  await keyboard.type("Br");
  await keyboard.press("Enter");
  await tabTo(consolePage, "button", /^Set 1 agent to Not Ready/);
  await keyboard.press("Enter");
  await expect(agents.question).toBeHidden();
  await expect(agents.row(agent.name)).toContainText("Break");
  await expect(phone.page.getByText("set you to Not Ready")).toBeVisible();
  await expect(desktop.page.getByText("set you to Not Ready")).toBeHidden();
});
