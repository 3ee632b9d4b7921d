import { afterAll, beforeAll, expect, test } from "vitest";
import { randomFrom, seed } from "./random";
import { ask } from "./requests";
import { clients, signIn } from "./sign-in";
import { newDiary } from "./stay";
import { until } from "./until";
import { openWorld, password, type World } from "./world";

let world: World;
let urls: string[];

beforeAll(async () => {
  world = await openWorld("crowd", { people: 301, settings: {} });
  urls = world.gateways.map(({ url }) => url);
});
afterAll(() => world?.close());

test("a late copy of a sign-in does not take the token from the app that was answered", async () => {
  const [username] = world.usernames;
  const credentials = { username, password, client: clients.Mobile };
  const post = (address: string, body: object, signal?: AbortSignal) =>
    ask(urls[0] ?? "", {
      method: "POST",
      path: "/v1/sessions",
      headers: { "idempotency-key": "late", "x-forwarded-for": address },
      body,
      ...(signal && { signal }),
    });
  // One failure makes the row that holds up whoever comes from there.
  await post("10.3.0.2", { ...credentials, password: "wrong" });
  const release = await world.hold("SELECT FROM failed_sign_in WHERE address = '10.3.0.2' FOR UPDATE");
  const impatience = new AbortController();
  const slow = post("10.3.0.2", credentials, impatience.signal).catch(() => undefined);
  await until("the first copy waits", world.someoneWaits);
  impatience.abort();
  await slow;
  const { status, body } = await post("10.3.0.3", credentials);
  expect(status).toBe(201);
  await release();
  await until("the first copy is through", async () => !(await world.someoneWaits()));

  const headers = { authorization: `Bearer ${body.token}` };
  const current = () => ask(urls[0] ?? "", { method: "GET", path: "/v1/sessions/current", headers });
  for (let look = 0; look < 20; look++) expect(await current()).toMatchObject({ status: 200 });
});

test("a whole centre behind one address signs in at one moment", async () => {
  const diary = newDiary();
  const crowd = world.usernames.slice(1);
  const here = { app: "Mobile", address: "10.3.0.1", takesOver: false, random: randomFrom(seed) } as const;
  await Promise.all(crowd.map((username) => signIn(urls, { ...here, username }, diary)));
  expect(diary.surprises).toEqual([]);
  expect(diary.stays).toHaveLength(crowd.length);
});
