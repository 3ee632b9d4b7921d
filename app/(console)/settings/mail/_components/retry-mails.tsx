"use client";

import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { retry } from "../actions";

type Props = {
  /** Without it, all of them. */
  id?: string;
  about?: string;
};

/** Sends what was given up once more. */
export function RetryMails({ id, about }: Props) {
  const t = useTranslations("settings.mails");
  const problem = useTranslations("problem");
  const toast = useToast();
  const [pending, startTransition] = useTransition();

  const submit = () =>
    startTransition(async () => {
      const result = await reached(retry(id === undefined ? {} : { ids: [id] }));
      if (result.ok) toast({ title: t("retried", { count: result.value.count }) });
      else toast({ title: problem(result.code), tone: "danger" });
    });

  return (
    <Button
      size="sm"
      pending={pending}
      onClick={submit}
      {...(about !== undefined && { "aria-label": t("retry-label", { about }) })}
    >
      {t(id === undefined ? "retry-all" : "retry")}
    </Button>
  );
}
