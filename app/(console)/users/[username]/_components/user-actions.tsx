"use client";

import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { SetDisabledMany } from "../../_components/set-disabled-many";

type Props = { username: string; disabled: boolean };

/** What an administrator does with a user, beside ending the session. */
export function UserActions({ username, disabled }: Props) {
  const t = useTranslations("user.actions");
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const address = encodeURIComponent(username);
  return (
    <>
      <ButtonLink href={`/users/${address}/edit`}>{t("edit")}</ButtonLink>
      <Menu
        trigger={
          <Button size="icon" aria-label={t("more")}>
            <Ellipsis aria-hidden className="size-4" />
          </Button>
        }
      >
        <MenuItem href={`/users/new?like=${address}`}>{t("clone")}</MenuItem>
        <MenuSeparator />
        <MenuItem danger={!disabled} onSelect={() => setAsking(true)}>
          {t(disabled ? "enable" : "disable")}
        </MenuItem>
      </Menu>
      {asking && (
        <SetDisabledMany
          disabled={!disabled}
          many={{ count: 1, usernames: async () => [username], onDone: router.refresh }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
