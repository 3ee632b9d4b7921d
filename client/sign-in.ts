import { Problem } from "./problem";
import type { AppFacts, Seat, SignedIn } from "./protocol";
import { randomId } from "./random-id";
import type { Request } from "./request";
import { readSeatTaken, readSignedIn } from "./wire";

export type Credentials = { username: string; password: string };

export type SignInOptions = {
  /** Asked when the person is signed in elsewhere; true ends that session. Without it the sign-in fails. */
  onSeatTaken?: ((seat: Seat) => boolean | Promise<boolean>) | undefined;
};

// As long as the gateway remembers a key.
const keyLivesMs = 120_000;

/** Opens sessions at the gateway. */
export function createSignIn(request: Request, client: AppFacts | (() => AppFacts)) {
  let unanswered: { credentials: Credentials; key: string; atMs: number } | undefined;

  /** The same again for an attempt without an answer: it may have made a session, and must not meet that one's seat. */
  function keyFor(credentials: Credentials): string {
    const again = unanswered;
    const same =
      again?.credentials.username === credentials.username &&
      again.credentials.password === credentials.password &&
      performance.now() - again.atMs < keyLivesMs;
    return same ? again.key : randomId();
  }

  /** Null if the person would rather stay signed in at the other place. */
  async function post(
    credentials: Credentials | { resume: string },
    idempotencyKey: string,
    { onSeatTaken }: SignInOptions,
  ): Promise<SignedIn | null> {
    let takeOver: string | undefined;
    for (;;) {
      const facts = typeof client === "function" ? client() : client;
      const body = { ...credentials, client: facts, ...(takeOver && { takeOver }) };
      try {
        return readSignedIn(await request({ method: "POST", path: "/v1/sessions", body, idempotencyKey }));
      } catch (problem) {
        if (!onSeatTaken || !(problem instanceof Problem) || problem.code !== "seat-taken") throw problem;
        const taken = readSeatTaken(problem.body);
        if (!(await onSeatTaken(taken.seat))) return null;
        takeOver = taken.takeOver;
      }
    }
  }

  return {
    async withPassword(credentials: Credentials, options: SignInOptions): Promise<SignedIn | null> {
      const key = keyFor(credentials);
      unanswered = undefined;
      try {
        return await post(credentials, key, options);
      } catch (problem) {
        if (problem instanceof Problem && problem.passes)
          unanswered = { credentials, key, atMs: performance.now() };
        throw problem;
      }
    },
    /** Goes on after a session that the gateway gave up; `key` stays the same for the same token. */
    withLostToken: (token: string, key: string, options: SignInOptions) =>
      post({ resume: token }, key, options),
  };
}
