"use client";

import { useTranslations } from "use-intl";
import type { Role } from "@/prisma/generated/enums";

const roles = ["agent", "supervisor", "analyst", "administrator"] as const;

type Props = { chosen: readonly Role[]; error: string | undefined; onChange: (roles: Role[]) => void };

/** What somebody may do, role by role: they add up. */
export function RoleTicks({ chosen, error, onChange }: Props) {
  const t = useTranslations();
  return (
    <fieldset className="flex flex-col gap-2.5">
      <legend className="mb-1 font-medium">{t("user-form.roles")}</legend>
      {error && <p className="text-danger text-xs">{error}</p>}
      {roles.map((role) => (
        <label key={role} className="flex items-start gap-2.5">
          <input
            type="checkbox"
            checked={chosen.includes(role)}
            onChange={(event) =>
              onChange(
                roles.filter((other) => (other === role ? event.target.checked : chosen.includes(other))),
              )
            }
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
          <span>
            {t(`role.${role}`)}
            <span className="block text-ink-2 text-xs">{t(`user-form.role-text.${role}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
