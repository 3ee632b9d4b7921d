"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { NewPasswordField } from "@/app/_components/new-password-field";
import { Card, CardHeader } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/radio-group";
import { useToast } from "@/components/ui/toast";
import { keepsRules } from "@/lib/auth/password-rules";
import type { Profile } from "@/lib/users/schema";
import { type Link, LinkMade } from "../[username]/_components/link-made";
import { createUser } from "../actions";
import { type Draft, UserForm } from "./user-form";

type Props = { initial: Draft; teams: readonly string[] };

/** Makes a user, with a password or with a link by which they set one. */
export function NewUser({ initial, teams }: Props) {
  const t = useTranslations("user-form");
  const router = useRouter();
  const toast = useToast();
  const [by, setBy] = useState<"link" | "password">("link");
  const [wrong, setWrong] = useState<"missing" | "refused" | null>(null);
  const [made, setMade] = useState<{ username: string; name: string; link: Link } | null>(null);

  const open = (username: string) => router.push(`/users/${encodeURIComponent(username)}`);

  async function submit({ personnelNumber, email, ...profile }: Profile, form: FormData) {
    const password = by === "password" ? String(form.get("password")) : undefined;
    const refused = password !== undefined && !keepsRules(password, profile);
    setWrong(password === "" ? "missing" : refused ? "refused" : null);
    if (refused) return { ok: false as const, code: "weak-password" as const };
    const result = await createUser({
      ...profile,
      ...(personnelNumber !== null && { personnelNumber }),
      ...(email !== null && { email }),
      ...(password === undefined ? { link: true } : { password, mustChangePassword: true }),
    });
    if (!result.ok) return result;
    const { username, link } = result.value;
    if (link) setMade({ username, name: profile.name, link });
    else {
      toast({ title: t("created", { name: profile.name }) });
      open(username);
    }
    return result;
  }

  return (
    <>
      <UserForm suggest initial={initial} teams={teams} verb={t("create")} back="/users" onSubmit={submit}>
        {(draft) => (
          <Card className="flex flex-col gap-4">
            <CardHeader title={t("password")} />
            <RadioGroup
              label={t("first-password")}
              name="by"
              value={by}
              onChange={setBy}
              options={[
                { value: "link", label: t("by-link"), description: t("by-link-text") },
                { value: "password", label: t("by-password"), description: t("by-password-text") },
              ]}
            />
            {by === "password" && <NewPasswordField whose={draft} error={wrong} />}
          </Card>
        )}
      </UserForm>
      {made && <LinkMade open name={made.name} link={made.link} onClose={() => open(made.username)} />}
    </>
  );
}
