import { KeyRound } from "lucide-react";
import { Card, CardHeader } from "@/components/ui/card";
import { Ago } from "@/components/ui/relative-time";
import type { OwnToken } from "@/lib/auth/api-tokens";
import { textsOf } from "../../../_edges/texts";
import { MomentBeside } from "../../_components/moment";
import { CreateToken } from "./create-token";
import { RevokeToken } from "./revoke-token";

const t = textsOf("profile.tokens");

/** The tokens by which programs act as this person. */
export function TokensCard({ tokens, now }: { tokens: OwnToken[]; now: string }) {
  return (
    <Card aria-label={t("title")}>
      <CardHeader title={t("title")} actions={<CreateToken />} />
      <p className="text-ink-2">
        {t.rich("text", {
          link: (words) => (
            <a href="/docs/api" className="rounded-sm text-accent underline underline-offset-2">
              {words}
            </a>
          ),
        })}
      </p>
      {tokens.length === 0 && <p className="mt-2 text-ink-2">{t("none")}</p>}
      <ul className="mt-2 divide-y divide-line">
        {tokens.map((token) => (
          <li key={token.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <KeyRound aria-hidden className="size-4.5 shrink-0 text-ink-2" />
            <div className="min-w-56 flex-1">
              <p className="font-medium [overflow-wrap:anywhere]">{token.name}</p>
              <p className="num text-ink-2">
                {t("until")} <MomentBeside at={token.expiresAt.toISOString()} now={now} />
                {" · "}
                {token.lastUsedAt ? (
                  <>
                    {t("used")} <Ago at={token.lastUsedAt.toISOString()} now={now} />
                  </>
                ) : (
                  t("unused")
                )}
              </p>
            </div>
            <RevokeToken tokenId={token.id} name={token.name} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
