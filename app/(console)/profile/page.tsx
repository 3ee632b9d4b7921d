import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { listTokens } from "@/lib/auth/api-tokens";
import { listOwnSessions } from "@/lib/auth/own-sessions";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { readProfile } from "@/lib/users/preferences";
import { pageSession } from "../../_edges/actor";
import { languages, textsOf } from "../../_edges/texts";
import { PasswordCard } from "./_components/password-card";
import { PersonCard } from "./_components/person-card";
import { ReadingCard } from "./_components/reading-card";
import { SessionsCard } from "./_components/sessions-card";
import { TokensCard } from "./_components/tokens-card";

const t = textsOf("profile");

export const metadata: Metadata = { title: t("title") };

export default async function ProfilePage() {
  const session = await pageSession("console:open");
  const { actor } = session;
  const [profile, sessions, tokens, now] = await Promise.all([
    readProfile(actor),
    listOwnSessions(actor),
    listTokens(actor),
    databaseNow(db),
  ]);

  return (
    <>
      <PageHeader title={t("title")} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <PersonCard profile={profile} />
          <ReadingCard
            preferences={profile.preferences}
            languages={languages}
            browserTimeZone={session.browserTimeZone}
            now={now.toISOString()}
          />
        </div>
        <PasswordCard whose={{ username: profile.username, name: profile.name }} />
      </div>
      <SessionsCard sessions={sessions} thisId={session.id} now={now.toISOString()} />
      <TokensCard tokens={tokens} now={now.toISOString()} />
    </>
  );
}
