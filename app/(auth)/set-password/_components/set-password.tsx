"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { ErrorCode } from "@/lib/errors";
import { readLink } from "../actions";
import { PasswordForm } from "./password-form";
import { PasswordSet } from "./password-set";

type Whose = { username: string; name: string; asked: "by-sign-in" | "by-hand" };
type Seen = { kind: "open"; whose: Whose } | { kind: "failed"; code: ErrorCode };

/** Asks for a password with the link in the address; another link in the same tab starts anew. */
export function SetPassword() {
  const token = useFragment();
  return token === null ? <Reading /> : <ByLink key={token} token={token} />;
}

function Reading() {
  const t = useTranslations("set-password");
  return (
    <p role="status" className="text-ink-2">
      {t("reading")}
    </p>
  );
}

/** Reads a link, asks for a password, and says what came of it. */
function ByLink({ token }: { token: string }) {
  const t = useTranslations("set-password");
  const [tries, setTries] = useState(0);
  const [seen, setSeen] = useState<Seen | null>(null);
  const [done, setDone] = useState<(Whose & { roles: readonly string[] }) | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try reads the same link again.
  useEffect(() => {
    let left = false;
    reached(readLink({ token })).then((result) => {
      if (left) return;
      // What does not even look like a link.
      const code = !result.ok && result.code === "invalid-request" ? "link-unknown" : null;
      if (result.ok) setSeen({ kind: "open", whose: result.value });
      else setSeen({ kind: "failed", code: code ?? result.code });
    });
    return () => {
      left = true;
    };
  }, [token, tries]);

  if (done) return <PasswordSet whose={done} roles={done.roles} />;
  if (!seen) return <Reading />;
  if (seen.kind === "open")
    return (
      <PasswordForm
        token={token}
        whose={seen.whose}
        onDone={(roles) => setDone({ ...seen.whose, roles })}
        onFailed={(code) => setSeen({ kind: "failed", code })}
      />
    );
  const words = wordsFor(seen.code);
  return (
    <Alert
      live
      title={t(`failed.${words}`)}
      action={words === "unavailable" && <Button onClick={() => setTries(tries + 1)}>{t("retry")}</Button>}
    >
      {t(`failed.${words}-text`)}
    </Alert>
  );
}

const known = [
  "link-unknown",
  "link-expired",
  "link-used",
  "link-replaced",
  "account-disabled",
  "too-many-attempts",
] as const;

const wordsFor = (code: ErrorCode) => known.find((word) => word === code) ?? "unavailable";

const listen = (changed: () => void) => {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
};

/** What follows the # of the address; null until the page runs in the browser. */
const useFragment = () =>
  useSyncExternalStore(
    listen,
    () => window.location.hash.slice(1),
    () => null,
  );
