import type { FactItem } from "@/components/ui/facts";
import type { Lock } from "@/lib/auth/locks";
import type { PasswordState } from "@/lib/users/passwords";
import { textsOf } from "../../../../_edges/texts";
import { MomentBeside } from "../../../_components/moment";
import { RevokeTokens } from "./revoke-tokens";
import { UnlockUser } from "./unlock-user";

const t = textsOf("user.details");
const unlock = textsOf("unlock");

type Whose = { username: string; name: string };

/** What somebody signs in with, and what stands in the way. */
export function signInFacts(
  user: Whose,
  { lock, linkUntil, hasPassword, mustChange, tokens, now }: PasswordState,
  mayRepair: boolean,
): FactItem[] {
  const at = now.toISOString();
  const password = mustChange ? "password-to-change" : hasPassword ? "password-set" : "password-missing";
  const value = linkUntil ? (
    <span>
      {t(hasPassword ? "link-beside" : "link-alone")} <MomentBeside at={linkUntil.toISOString()} now={at} />
    </span>
  ) : (
    t(password)
  );
  const items: FactItem[] = [{ label: t("password"), value }];
  if (lock)
    items.push({ label: t("sign-in"), value: <Locked lock={lock} now={at} user={mayRepair && user} /> });
  if (tokens > 0)
    items.push({
      label: t("tokens"),
      value: (
        <>
          <span>{t("tokens-count", { tokens })}</span>
          {mayRepair && <RevokeTokens {...user} />}
        </>
      ),
    });
  return items;
}

function Locked({ lock, now, user }: { lock: Lock; now: string; user: Whose | false }) {
  const { addresses, failures } = lock;
  const where =
    addresses === "all"
      ? unlock("everywhere")
      : unlock("at", { address: addresses[0] ?? "", others: addresses.length - 1 });
  return (
    <>
      <span className="text-warn">
        {where} <MomentBeside at={lock.until.toISOString()} now={now} /> {unlock("after", { failures })}
      </span>
      {user && <UnlockUser {...user} />}
    </>
  );
}
