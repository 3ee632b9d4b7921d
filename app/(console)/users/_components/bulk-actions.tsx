"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ActionBar } from "@/components/grid/action-bar";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { EndSessionsMany } from "./end-sessions-many";
import { MoveMany } from "./move-many";
import { ResetMany } from "./reset-many";
import { SetDisabledMany } from "./set-disabled-many";
import { UnlockMany } from "./unlock-many";

export type Many = {
  count: number;
  /** Their usernames: those of a whole list are asked for when they are needed. */
  usernames: () => Promise<readonly string[]>;
  onDone: () => void;
};

type Props = {
  many: Many;
  /** Where people may be moved to; null for those who may change nobody. */
  teams: readonly { id: string; name: string }[] | null;
  onClear: () => void;
};

type Asking = "disable" | "enable" | "move" | "end" | "reset" | "unlock";

/** What can be done to the users selected. */
export function BulkActions({ many, teams, onClear }: Props) {
  const t = useTranslations("users.bulk");
  const [asking, setAsking] = useState<Asking | null>(null);
  const dialog = { many, onClose: () => setAsking(null) };
  return (
    <>
      <ActionBar count={many.count} onClear={onClear}>
        {teams && (
          <>
            <Button onClick={() => setAsking("move")}>{t("move")}</Button>
            <Button onClick={() => setAsking("end")}>{t("end")}</Button>
            <Menu
              side="top"
              trigger={
                <Button>
                  {t("account")}
                  <ChevronDown aria-hidden className="size-3.5 text-ink-2" />
                </Button>
              }
            >
              <MenuItem onSelect={() => setAsking("reset")}>{t("reset")}</MenuItem>
              <MenuItem onSelect={() => setAsking("unlock")}>{t("unlock")}</MenuItem>
              <MenuItem onSelect={() => setAsking("enable")}>{t("enable")}</MenuItem>
            </Menu>
            <Button variant="danger" onClick={() => setAsking("disable")}>
              {t("disable")}
            </Button>
          </>
        )}
      </ActionBar>
      {asking === "disable" && <SetDisabledMany disabled {...dialog} />}
      {asking === "enable" && <SetDisabledMany disabled={false} {...dialog} />}
      {asking === "move" && teams && <MoveMany teams={teams} {...dialog} />}
      {asking === "end" && <EndSessionsMany {...dialog} />}
      {asking === "reset" && <ResetMany {...dialog} />}
      {asking === "unlock" && <UnlockMany {...dialog} />}
    </>
  );
}
