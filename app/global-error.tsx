"use client";

import "./globals.css";
import { Failed } from "./_components/failed";
import { Texts } from "./_components/texts";
import { locale } from "./_edges/texts";

/** Where nothing at all could be read: the database is away, mostly. */
export default function FailedRoot(props: { error: Error; retry: () => void }) {
  return (
    <html lang={locale}>
      <body>
        <Texts locale={locale} timeZone="UTC">
          <main className="mx-auto max-w-140 p-6 pt-24">
            <Failed {...props} />
          </main>
        </Texts>
      </body>
    </html>
  );
}
