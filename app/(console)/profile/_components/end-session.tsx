"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import type { ActionResult } from "@/app/_edges/action";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { endOtherSessions, endSession } from "../actions";

export function EndSession({ sessionId, place }: { sessionId: string; place: string }) {
  const t = useTranslations("profile.sessions");
  const { pending, run } = useEnding();
  return (
    <Button
      size="sm"
      aria-label={t("end-label", { place })}
      pending={pending}
      onClick={() =>
        run(
          () => endSession({ sessionId }),
          () => place,
        )
      }
    >
      {t("end")}
    </Button>
  );
}

export function EndOtherSessions() {
  const t = useTranslations("profile.sessions");
  const { pending, run } = useEnding();
  return (
    <Button
      size="sm"
      pending={pending}
      onClick={() =>
        run(
          () => endOtherSessions({}),
          ({ signedOut }) => t("ended-text", { count: signedOut }),
        )
      }
    >
      {t("end-others")}
    </Button>
  );
}

/** Ends sessions, and says so. */
function useEnding() {
  const t = useTranslations("profile.sessions");
  const problem = useTranslations("problem");
  const router = useRouter();
  const toast = useToast();
  const [pending, startTransition] = useTransition();

  function run<T>(end: () => Promise<ActionResult<T>>, said: (value: T) => string) {
    startTransition(async () => {
      const result = await reached(end());
      if (result.ok) toast({ title: t("ended"), description: said(result.value) });
      // One that has ended meanwhile is what was wanted.
      else if (result.code !== "not-found") toast({ tone: "danger", title: problem(result.code) });
      router.refresh();
      // The button that had the focus may be gone.
      document.getElementById("content")?.focus();
    });
  }

  return { pending, run };
}
