/** What an action answered; that it was not reached is an answer, too. */
export const reached = <T>(answer: Promise<T>) =>
  answer.catch(() => ({ ok: false, code: "unavailable" }) as const);
