import { type Line, openLine } from "./line";
import type { Plan } from "./plan";
import { insist } from "./requests";
import { signIn } from "./sign-in";
import { acknowledge, type Diary, frameOf, nextState, type Stay } from "./stay";

/** An app that is still there after the storm. */
export type Present = { stay: Stay; line: Line };

/** One app from its sign-in to its end; undefined where it is no longer there. */
export async function visit(urls: readonly string[], plan: Plan, diary: Diary): Promise<Present | undefined> {
  try {
    const stay = await signIn(urls, plan, diary);
    if (!stay) return undefined;
    return plan.speaks === "by socket"
      ? await bySocket(urls, plan, stay, diary)
      : await byRequests(urls, plan, stay, diary);
  } catch (error) {
    diary.surprises.push(`app ${plan.number}: ${error}`);
    return undefined;
  }
}

async function bySocket(urls: readonly string[], plan: Plan, stay: Stay, diary: Diary) {
  const line = openLine(urls, stay, plan.random, diary);
  for (const size of plan.bursts) {
    await line.tell(Array.from({ length: size }, () => nextState(stay)));
    if (stay.ended) break;
  }
  if (plan.leaves === "stays") return { stay, line };
  if (plan.leaves === "signs out") await signOut(urls, plan, stay, diary);
  line.vanish();
  return undefined;
}

async function byRequests(urls: readonly string[], plan: Plan, stay: Stay, diary: Diary) {
  for (const size of plan.bursts) {
    const told = Array.from({ length: size }, () => nextState(stay));
    const call = {
      method: "POST",
      path: "/v1/events",
      headers: bearer(stay),
      body: { events: told.map(frameOf) },
    };
    const { status, body } = await insist(urls, call, plan.random);
    if (hasEnded(stay, status, body)) return undefined;
    if (status !== 200) diary.surprises.push(`events were answered ${status} ${JSON.stringify(body)}`);
    for (const ack of (body.acks ?? []) as { type: string; id: string }[]) {
      if (ack.type === "ack") acknowledge(stay, ack.id);
      else diary.surprises.push(`${ack.id} was refused: ${JSON.stringify(ack)}`);
    }
  }
  if (plan.leaves === "signs out") await signOut(urls, plan, stay, diary);
  else stay.goneMs = Date.now();
  return undefined;
}

async function signOut(urls: readonly string[], { random }: Plan, stay: Stay, diary: Diary) {
  const call = { method: "DELETE", path: "/v1/sessions/current", headers: bearer(stay) };
  const { status, body } = await insist(urls, call, random);
  if (status === 204) stay.signedOut = true;
  else if (!hasEnded(stay, status, body)) diary.surprises.push(`a sign-out was answered ${status}`);
}

function hasEnded(stay: Stay, status: number, body: Record<string, unknown>) {
  if (status !== 401 || body.type !== "/problems/session-ended") return false;
  stay.ended = String(body.cause);
  return true;
}

const bearer = ({ token }: Stay) => ({ authorization: `Bearer ${token}` });
