/** The cookies of a new console session, as a header has them. */
export async function signInToConsole(
  url: string,
  { username, password }: { username: string; password: string },
): Promise<string> {
  const cookies = new Map<string, string>();
  const call = async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(`${url}${path}`, {
      ...init,
      redirect: "manual",
      headers: { ...init.headers, cookie },
    });
    for (const set of answer.headers.getSetCookie()) {
      const [name = "", ...value] = (set.split(";")[0] ?? "").split("=");
      cookies.set(name, value.join("="));
    }
    return answer;
  };
  const { csrfToken } = (await (await call("/api/auth/csrf")).json()) as { csrfToken: string };
  const form = { csrfToken, username, password, timeZone: "Europe/Berlin", json: "true" };
  await call("/api/auth/callback/credentials", { method: "POST", body: new URLSearchParams(form) });
  return [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
}
