import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { resetPassword } from "@/lib/users/passwords";

/** What a link carries behind its #. */
export const tokenIn = (url: string | undefined) => new URL(url ?? "").hash.slice(1);

export async function linkFor(username: string) {
  const reset = await resetPassword(bootstrapToken, { username });
  if (!reset.ok || !reset.value) throw new Error("no link");
  return tokenIn(reset.value.url);
}

export const supervisorOf = (teamId: string): Actor => ({
  kind: "person",
  id: null,
  roles: ["supervisor"],
  scope: [teamId],
});

/** As a role would be that may write users, within its teams. */
export const administratorOf = (teamId: string): Actor => ({
  ...supervisorOf(teamId),
  roles: ["administrator"],
});
