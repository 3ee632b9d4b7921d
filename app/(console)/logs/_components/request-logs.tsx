"use client";

import { FileText } from "lucide-react";
import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button, type ButtonProps } from "@/components/ui/button";
import type { LogConsent } from "@/prisma/generated/enums";
import type { Whose } from "./draft";
import { RequestDialog } from "./request-dialog";

type Props = {
  /** Null where the form asks. */
  whose: Whose | null;
  /** How agents may be asked, as the settings have it. */
  allowed: LogConsent | "either";
  variant?: ButtonProps["variant"];
  /** Opens it at once, because the address says so. */
  begins?: boolean;
};

/** Asks for the logs of somebody's app. */
export function RequestLogs({ whose, allowed, variant = "secondary", begins = false }: Props) {
  const t = useTranslations("logs.ask");
  const router = useRouter();
  const path = usePathname();
  const [open, setOpen] = useState(begins);

  function close() {
    setOpen(false);
    if (begins) router.replace(path as Route);
  }

  return (
    <>
      <Button variant={variant} onClick={() => setOpen(true)}>
        <FileText aria-hidden className="size-3.5" />
        {t("button")}
      </Button>
      {open && <RequestDialog whose={whose} allowed={allowed} onClose={close} />}
    </>
  );
}
