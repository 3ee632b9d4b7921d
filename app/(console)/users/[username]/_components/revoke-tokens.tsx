"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { revokeTokens } from "../actions";

/** Takes the admin API away from all programs that act as somebody. */
export function RevokeTokens({ username, name }: { username: string; name: string }) {
  const t = useTranslations("revoke-tokens");
  const problem = useTranslations("problem");
  const router = useRouter();
  const toast = useToast();
  const [pending, startTransition] = useTransition();

  const revoke = () =>
    startTransition(async () => {
      const result = await reached(revokeTokens({ username }));
      if (result.ok) toast({ title: t("done"), description: t("done-text", { name }) });
      else toast({ tone: "danger", title: t("failed", { name }), description: problem(result.code) });
      router.refresh();
      document.getElementById("content")?.focus();
    });

  return (
    <Button size="sm" variant="danger" pending={pending} onClick={revoke}>
      {t("button")}
    </Button>
  );
}
