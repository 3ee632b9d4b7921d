"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { ResetPasswordDialog } from "./reset-password-dialog";

type Props = { username: string; name: string };

export function ResetPassword({ username, name }: Props) {
  const t = useTranslations("reset-password");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t("button")}
      </Button>
      <ResetPasswordDialog username={username} name={name} open={open} onOpenChange={setOpen} />
    </>
  );
}
