"use client";

import { ArrowLeft, Printer } from "lucide-react";
import { useTranslations } from "use-intl";
import { PageHeader } from "@/components/shell/page-header";
import { Button, ButtonLink } from "@/components/ui/button";

/** The head of what is printed; on paper without its buttons. */
export function PrintBar({ back }: { back: string }) {
  const t = useTranslations("reports");
  return (
    <PageHeader
      title={t("title")}
      actions={
        <div className="flex gap-2 print:hidden">
          <ButtonLink href={back}>
            <ArrowLeft aria-hidden className="size-3.5 text-ink-2" />
            {t("print.back")}
          </ButtonLink>
          <Button variant="primary" onClick={() => print()}>
            <Printer aria-hidden className="size-3.5" />
            {t("print.print")}
          </Button>
        </div>
      }
    />
  );
}
