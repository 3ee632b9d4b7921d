import { createAgent, expect, password, signInToConsole, test } from "./fixtures";
import { AgentsPage } from "./pages/agents-page";

test("a force action that an outsider sends again does nothing", async ({ api, agent, phone, browser }) => {
  const supervisors = ["sue", "tom"].map((name) => ({
    ...agent,
    username: `${agent.username}-${name}`,
    name,
    team: `${agent.team}${name === "tom" ? " other" : ""}`,
  }));
  for (const one of supervisors)
    await createAgent(api, { ...one, ...{ supervises: [one.team] } }, ["supervisor"]);
  const [sue, tom] = supervisors.map(({ username }) => username);
  await phone.start(agent.username, password);

  const context = await browser.newContext();
  await signInToConsole(context, sue ?? "", password);
  const page = await context.newPage();
  const agents = new AgentsPage(page);
  await agents.open();
  await agents.row(agent.name).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Set Ready…" }).click();
  const sending = page.waitForRequest(
    (request) => request.postData()?.includes("evenOnInteraction") === true,
  );
  await page.getByRole("button", { name: "Set 1 agent to Ready" }).click();
  const sent = await sending;
  await expect(page.getByText("1 agent set to Ready")).toBeVisible();
  await phone.setState("Not Ready");
  await phone.page.getByRole("button", { name: "Break" }).click();
  await expect(agents.row(agent.name)).toContainText("Break");

  const stranger = await browser.newContext();
  const colleague = await browser.newContext();
  await signInToConsole(colleague, tom ?? "", password);
  const { "next-action": id = "", "content-type": type = "" } = await sent.allHeaders();
  expect(id).not.toBe("");
  const again = { headers: { "next-action": id, "content-type": type }, data: sent.postData() ?? "" };
  const [unknown, refused] = [
    await stranger.request.post(sent.url(), again),
    await colleague.request.post(sent.url(), again),
  ];
  expect(await unknown.text()).not.toContain('"done":["');
  expect(await refused.text()).toContain(`"outOfReach":["${agent.username}"]`);
  const now = await (await api.get(`users/${agent.username}`)).json();
  expect(now.seat).toMatchObject({ state: "not_ready", reason: "Break" });
  for (const one of [context, stranger, colleague]) await one.close();
});
