import { randomUUID } from "node:crypto";
import { everyItem, refused } from "./api";
import { test } from "./fixtures";

test("what is wrong with a team is named", async ({ api, agent }) => {
  const list = await everyItem(api, "teams");
  const id = list.find(({ name }) => name === agent.team)?.id;
  await refused(await api.get("teams?limit=0"), 422, "invalid-request", ["limit"]);
  await refused(await api.get("teams?limit=1&limit=2"), 422, "invalid-request", ["limit"]);
  await refused(await api.get("teams?cursor=nowhere"), 422, "invalid-request", ["cursor"]);
  await refused(await api.get("teams?offset=50&page=2"), 422, "invalid-request", ["offset", "page"]);
  await refused(await api.get("teams/not-an-id"), 422, "invalid-request", ["id"]);
  await refused(await api.get(`teams/${randomUUID()}`), 404, "not-found");
  await refused(await api.post("teams"), 422, "invalid-request", [""]);
  await refused(await api.post("teams", { data: {} }), 422, "invalid-request", ["name"]);
  await refused(await api.post("teams", { data: { name: "A", nmae: "B" } }), 422, "invalid-request", [
    "nmae",
  ]);
  await refused(
    await api.post("teams", { data: { name: agent.team.toUpperCase() } }),
    409,
    "team-name-taken",
  );
  const patch = (data: object) => api.patch(`teams/${id}`, { data });
  await refused(await patch({ dailySignOutAt: "25:00" }), 422, "invalid-request", ["dailySignOutAt"]);
  const limit = { state: "ready", reason: "Break", minutes: 0, colour: "red" };
  const wrong = ["limits.0.colour", "limits.0.minutes", "limits.0.reason"];
  await refused(await patch({ limits: [limit] }), 422, "invalid-request", wrong);
  await refused(await patch({ supervisors: [`${agent.username}-nobody`] }), 422, "unknown-user");
  await refused(await patch({ supervisors: [agent.username] }), 422, "not-a-supervisor");
  await refused(await api.delete(`teams/${id}`), 409, "team-has-people");
});

test("what is wrong with a user is named", async ({ api, agent }) => {
  const { username, name, team } = agent;
  const create = (data: object) => api.post("users", { data });
  const roles = ["agent"];
  await refused(await create({}), 422, "invalid-request", ["name", "roles", "team", "username"]);
  const wrong = { username: "a b", name, team, roles: ["agent", "boss"], email: "nobody", password: "short" };
  const named = ["email", "password", "roles.1", "username"];
  await refused(await create(wrong), 422, "invalid-request", named);
  await refused(await create({ username, name, team, roles, admin: true }), 422, "invalid-request", [
    "admin",
  ]);
  await refused(await create({ username, name, team, roles }), 409, "username-taken");
  const elsewhere = { username: `${username}-x`, name, team: `${team} nowhere`, roles };
  await refused(await create(elsewhere), 422, "unknown-team");
  await refused(
    await api.patch(`users/${username}`, { data: { team: "Nowhere at all" } }),
    422,
    "unknown-team",
  );

  const headers = { "content-type": "application/json" };
  await refused(await api.post("users", { headers, data: "{" }), 422, "invalid-request", [""]);
  await refused(await create({ name: "x".repeat(2 ** 21) }), 413, "too-large");

  await refused(await api.get("users?colour=red"), 422, "invalid-request", ["colour"]);
  await refused(await api.get("users?sort=colour"), 422, "invalid-request", ["sort"]);
  await refused(await api.get("users?role=boss&limit=501"), 422, "invalid-request", ["limit", "role.0"]);
  const first = await (await api.get("users?limit=1&sort=name")).json();
  const otherOrder = await api.get(`users?limit=1&sort=-name&cursor=${encodeURIComponent(first.next)}`);
  await refused(otherOrder, 422, "invalid-request", ["cursor"]);

  const nobody = `${username}-nobody`;
  await refused(await api.get(`users/${nobody}`), 404, "not-found");
  await refused(await api.get(`users/${username}?deep=1`), 422, "invalid-request", ["deep"]);
  await refused(await api.patch(`users/${nobody}`, { data: { name } }), 404, "not-found");
  await refused(await api.get(`users/${nobody}/sessions`), 404, "not-found");
  for (const deed of ["reset-password", "unlock"])
    await refused(await api.post(`users/${nobody}/${deed}`), 404, "not-found");
  const reason = "Gone home";
  await refused(await api.post(`users/${nobody}/end-session`, { data: { reason } }), 404, "not-found");
  await refused(await api.post(`users/${username}/end-session`, { data: { reason } }), 409, "not-signed-in");
  const state = { state: "busy" };
  await refused(await api.post(`agents/${username}/state`, { data: state }), 422, "invalid-request", [
    "state",
  ]);
});
