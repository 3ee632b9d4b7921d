"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { unlockUser } from "../actions";

/** Lets the right password in again before the lock ends by itself. */
export function UnlockUser({ username, name }: { username: string; name: string }) {
  const t = useTranslations("unlock");
  const problem = useTranslations("problem");
  const router = useRouter();
  const toast = useToast();
  const [pending, startTransition] = useTransition();

  const unlock = () =>
    startTransition(async () => {
      const result = await reached(unlockUser({ username }));
      if (result.ok) toast({ title: t("done"), description: t("done-text", { name }) });
      else toast({ tone: "danger", title: t("failed", { name }), description: problem(result.code) });
      router.refresh();
    });

  return (
    <Button size="sm" pending={pending} onClick={unlock}>
      {t("button")}
    </Button>
  );
}
