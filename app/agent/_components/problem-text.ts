import { useTranslations } from "use-intl";
import { Problem } from "@/client/rollcall";

const plain = [
  "invalid-credentials",
  "account-disabled",
  "app-not-allowed",
  "invalid-request",
  "internal",
  "too-many-waiting",
] as const;

/** A problem in words, by its code. */
export function useProblemText(gatewayUrl: string) {
  const t = useTranslations("agent.problem");

  return (problem: unknown): string => {
    if (!(problem instanceof Problem)) return t("internal");
    const code = plain.find((known) => known === problem.code);
    if (code) return t(code);
    if (problem.code === "unreachable") return t("unreachable-once", { gateway: gatewayUrl });
    if (problem.code === "unexpected-answer") return t("unexpected-answer", { gateway: gatewayUrl });
    return t("other", { title: problem.message });
  };
}
