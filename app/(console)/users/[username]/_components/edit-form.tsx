"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useToast } from "@/components/ui/toast";
import type { Profile } from "@/lib/users/schema";
import { type Draft, UserForm } from "../../_components/user-form";
import { editUser } from "../../actions";

type Props = { was: Profile; teams: readonly string[] };

/** Changes a user: only what was changed here, and only if nobody else changed it meanwhile. */
export function EditForm({ was: now, teams }: Props) {
  // As it stood when the change began: the page is made anew meanwhile, whenever somebody else changes this user.
  const [was] = useState(now);
  const t = useTranslations("user-form");
  const router = useRouter();
  const toast = useToast();
  const initial: Draft = { ...was, email: was.email ?? "", personnelNumber: was.personnelNumber ?? "" };

  async function submit(profile: Profile) {
    const change = changed(was, profile);
    const result = await editUser({ user: was.username, change, was });
    if (!result.ok) return result;
    toast({ title: t("saved", { name: profile.name }) });
    router.push(`/users/${encodeURIComponent(result.value.username)}`);
    return result;
  }

  const back = `/users/${encodeURIComponent(was.username)}`;
  return <UserForm initial={initial} teams={teams} verb={t("save")} back={back} onSubmit={submit} />;
}

function changed(was: Profile, is: Profile): Partial<Profile> {
  const keys = Object.keys(is) as (keyof Profile)[];
  return Object.fromEntries(
    keys.filter((key) => JSON.stringify(is[key]) !== JSON.stringify(was[key])).map((key) => [key, is[key]]),
  );
}
