import { randomUUID } from "node:crypto";
import { expect, expectAccessible, password, test } from "./fixtures";
import { query } from "./ledger";
import type { AgentApp } from "./pages/agent-app";

const question = "May this app send its log? It helps with: Calls drop";
const mark = "This app sends its log";
const noticeOn = ({ page }: AgentApp, text: string) => page.getByRole("alert").filter({ hasText: text });

/** Asks for the log of an agent's app, as the console does. */
async function askForLog(username: string) {
  const id = randomUUID();
  await query(
    `INSERT INTO log_request (id, user_id, level, consent, reason, until, max_bytes, asked_by_kind, requested_at)
     SELECT $1, id, 'debug', 'ask', 'Calls drop', ledger_now() + interval '10 min', 1048576, 'api_token', ledger_now()
     FROM user_account WHERE username = $2`,
    [id, username],
  );
  await look(username);
  return id;
}

/** Gateways look at whoever's seat has changed. */
const look = (username: string) =>
  query(
    "UPDATE seat SET user_id = user_id WHERE user_id = (SELECT id FROM user_account WHERE username = $1)",
    [username],
  );

const requestOf = async (id: string) => {
  const [row] = await query("SELECT status, pieces, lines FROM log_request WHERE id = $1", [id]);
  return row;
};

test("an agent is asked for the app's log, sees that it is on, and it goes out, over a lost network, until it is over", async ({
  agent,
  phone,
}) => {
  await phone.start(agent.username, password);
  const id = await askForLog(agent.username);
  const asked = noticeOn(phone, question);
  await expect(asked).toBeVisible();
  await expectAccessible(phone.page);
  await asked.getByRole("button", { name: "Send it" }).click();
  const on = noticeOn(phone, mark);
  await expect(on).toBeVisible();
  await expectAccessible(phone.page);
  await expect.poll(() => requestOf(id)).toMatchObject({ status: "uploading" });

  const before = (await requestOf(id))?.lines;
  await phone.page.context().setOffline(true);
  await expect(phone.page.getByText("No network")).toBeVisible();
  await phone.page.context().setOffline(false);
  await phone.setState("Ready");
  await expect.poll(async () => (await requestOf(id))?.lines, { timeout: 20_000 }).toBeGreaterThan(before);

  await query("UPDATE log_request SET status = 'cancelled', ended_at = ledger_now() WHERE id = $1", [id]);
  await look(agent.username);
  await expect(on).toBeHidden();
});

test("an agent may say no", async ({ agent, phone }) => {
  await phone.start(agent.username, password);
  const id = await askForLog(agent.username);
  await noticeOn(phone, question).getByRole("button", { name: "No", exact: true }).click();
  await expect(noticeOn(phone, question)).toBeHidden();
  await expect.poll(() => requestOf(id)).toMatchObject({ status: "declined", lines: 0 });
});
