"use client";

import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";

type Props = { whose: { username: string; name: string }; roles: readonly string[] };

/** Done, and where to sign in with it. */
export function PasswordSet({ whose, roles }: Props) {
  const t = useTranslations("set-password");
  const agent = roles.includes("agent");
  const console = roles.some((role) => role !== "agent");
  return (
    <div className="flex flex-col gap-4">
      <Alert live tone="ready" title={t("done", whose)}>
        {t.rich("done-text", {
          ...whose,
          b: (words) => <b className="font-medium text-ink [overflow-wrap:anywhere]">{words}</b>,
        })}{" "}
        {agent && t("done-agent")}
      </Alert>
      {console && (
        <ButtonLink href="/sign-in" variant="primary" className="h-9">
          {t("to-console")}
        </ButtonLink>
      )}
      {agent && (
        <ButtonLink href="/agent" variant={console ? "secondary" : "primary"} className="h-9">
          {t("to-agent")}
        </ButtonLink>
      )}
    </div>
  );
}
