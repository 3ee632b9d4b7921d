"use client";

import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { saveFile } from "@/components/ui/save-file";
import { useToast } from "@/components/ui/toast";
import { linkFile } from "@/lib/auth/link-list";
import { readProblem } from "../../_components/read-problem";

/** Makes one-time links and hands them over as a file: nobody can read them again later. */
export function LinksButton({ id, count }: { id: string; count: number }) {
  const t = useTranslations("import.links");
  const problem = useTranslations("problem");
  const toast = useToast();
  const [made, setMade] = useState(false);
  const [pending, startTransition] = useTransition();

  function make() {
    startTransition(async () => {
      const answer = await fetch(`/api/imports/${id}/links`, { method: "POST" }).catch(() => null);
      if (!answer?.ok) return toast({ title: problem(await readProblem(answer)), tone: "danger" });
      saveFile(await answer.blob(), linkFile);
      setMade(true);
      toast({ title: t("done", { count }), description: t("done-text") });
    });
  }

  return (
    <Button variant={made ? "secondary" : "primary"} pending={pending} onClick={make}>
      {t(made ? "again" : "make", { count })}
    </Button>
  );
}
