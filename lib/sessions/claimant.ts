import type { Tx } from "@/lib/db";
import type { Platform, Role } from "@/prisma/generated/enums";

/** Whoever asks for a seat, and what is open there: read under the seat's lock, with the clock after it. */
export type Claimant = {
  id: string;
  username: string;
  name: string;
  teamId: string;
  team: string;
  allowedApps: Platform[];
  roles: Role[];
  disabledAt: Date | null;
  mustChangePassword: boolean;
  now: Date;
  /** When the last session ended; null while one is open. */
  logoutAt: Date | null;
  /** The open session. */
  sessionId: string | null;
  sessionSince: Date | null;
  idempotencyKey: string | null;
  installId: string | null;
  /** Of what the update policy reads: as of now. */
  policyRevision: number;
};

export async function readClaimant(tx: Tx, userId: string): Promise<Claimant> {
  const [row] = await tx.$queryRaw<Claimant[]>`
    select u.id, u.username, u.name, u.team_id as "teamId", t.name as team, t.allowed_apps::text[] as "allowedApps",
      u.roles::text[] as roles, u.disabled_at as "disabledAt",
      u.must_change_password as "mustChangePassword", ledger_now() as now, s.logout_at as "logoutAt",
      x.id as "sessionId", x.login_at as "sessionSince", x.idempotency_key as "idempotencyKey",
      i.install_id as "installId", (select revision::float8 from update_policy) as "policyRevision"
    from user_account u join team t on t.id = u.team_id join seat s on s.user_id = u.id
      left join session x on x.id = s.session_id and s.open
      left join installation i on i.id = x.installation_id
    where u.id = ${userId}::uuid`;
  if (!row) throw new Error(`user ${userId} has no seat`);
  return row;
}
