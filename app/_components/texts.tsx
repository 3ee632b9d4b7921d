"use client";

import type { ReactNode } from "react";
import { IntlProvider, type Locale } from "use-intl";
import en from "@/messages/en.json";

type Props = { locale: Locale; timeZone: string; children: ReactNode };

/** Gives client components their texts, and the reader's zone for every time they show. */
export function Texts({ locale, timeZone, children }: Props) {
  return (
    <IntlProvider locale={locale} messages={en} timeZone={timeZone}>
      {children}
    </IntlProvider>
  );
}
