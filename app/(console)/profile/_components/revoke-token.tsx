"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { revokeToken } from "../actions";

export function RevokeToken({ tokenId, name }: { tokenId: string; name: string }) {
  const t = useTranslations("profile.tokens");
  const problem = useTranslations("problem");
  const router = useRouter();
  const toast = useToast();
  const [pending, startTransition] = useTransition();

  const revoke = () =>
    startTransition(async () => {
      const result = await reached(revokeToken({ tokenId }));
      if (result.ok) toast({ title: t("revoked"), description: t("revoked-text", { name }) });
      // One that was revoked meanwhile is what was wanted.
      else if (result.code !== "not-found") toast({ tone: "danger", title: problem(result.code) });
      router.refresh();
      document.getElementById("content")?.focus();
    });

  return (
    <Button
      size="sm"
      variant="danger"
      aria-label={t("revoke-label", { name })}
      pending={pending}
      onClick={revoke}
    >
      {t("revoke")}
    </Button>
  );
}
