import { useEffect, useState } from "react";
import type { Consequences } from "@/lib/settings/consequences";
import type { SettingKey, SettingsPatch } from "@/lib/settings/schema";
import { foresee } from "../actions";

const afterMs = 250;

/** Those whose change does something to people who are signed in now. */
const telling: readonly SettingKey[] = [
  "desktopLeaseSeconds",
  "interactionLeaseSeconds",
  "mobileInactivitySeconds",
  "timeZone",
  "dailySignOutAt",
  "unknownVersion",
];

/** What the patch would do now, in figures, a moment after it last changed; nothing while that is not known. */
export function useConsequences(patch: SettingsPatch): Consequences {
  const [found, setFound] = useState<{ of: string; figures: Consequences }>();
  const asked = JSON.stringify(patch, [...telling]);

  useEffect(() => {
    if (asked === "{}") return;
    let stale = false;
    const timer = setTimeout(async () => {
      const result = await foresee(JSON.parse(asked)).catch(() => undefined);
      if (!stale && result?.ok) setFound({ of: asked, figures: result.value });
    }, afterMs);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [asked]);

  return found?.of === asked ? found.figures : {};
}
