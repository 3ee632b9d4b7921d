import type { Random } from "./random";
import { insist } from "./requests";
import type { Diary, Stay } from "./stay";
import { password } from "./world";

/** What the two apps say of themselves. */
export const clients = {
  Mobile: { app: "Mobile", version: "2.17.60", os: { name: "iOS", version: "14.8" } },
  "Agent Desktop": { app: "Agent Desktop", version: "5.24.99", browser: { name: "Chrome", version: "126" } },
};

type Who = { username: string; app: Stay["app"]; address: string; takesOver: boolean; random: Random };

/** Signs in as a person does: with a key that says the same request again, and a new one for a new decision. */
export async function signIn(urls: readonly string[], who: Who, diary: Diary): Promise<Stay | undefined> {
  const first = await claim(urls, who, diary, { username: who.username, password });
  if (first.reply.status !== 409 || !who.takesOver) return toStay(who, first, diary);
  const { takeOver } = first.reply.body;
  return toStay(who, await claim(urls, who, diary, { username: who.username, password, takeOver }), diary);
}

async function claim(urls: readonly string[], { app, address, random }: Who, diary: Diary, body: object) {
  const key = `key-${diary.keys.size}`;
  diary.keys.add(key);
  const headers = { "idempotency-key": key, "x-forwarded-for": address };
  const call = { method: "POST", path: "/v1/sessions", headers, body: { ...body, client: clients[app] } };
  return { key, reply: await insist(urls, call, random) };
}

function toStay(
  { username, app }: Who,
  { key, reply: { status, body, via } }: Awaited<ReturnType<typeof claim>>,
  diary: Diary,
): Stay | undefined {
  // Somebody else was quicker, or the person leaves the other place alone.
  if (status === 409) return undefined;
  if (status !== 201) {
    diary.surprises.push(`a sign-in was answered ${status} ${JSON.stringify(body)}`);
    return undefined;
  }
  const stay: Stay = {
    sessionId: String(body.sessionId),
    token: String(body.token),
    username,
    app,
    loginAt: String(body.loginAt),
    idempotencyKey: key,
    via,
    told: [],
    inTouchMs: Date.parse(String(body.loginAt)),
    goneMs: null,
    signedOut: false,
    ended: null,
  };
  diary.stays.push(stay);
  return stay;
}
