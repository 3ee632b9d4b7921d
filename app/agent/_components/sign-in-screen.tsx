import { useState } from "react";
import { useTranslations } from "use-intl";
import { Problem } from "@/client/rollcall";
import { useWideWindow } from "@/components/ui/wide-window";
import { readAbout } from "./about";
import { AboutDialog } from "./about-dialog";
import { Brand } from "./brand";
import { reportedLabel, reportedOf } from "./reported";
import { SeatTaken } from "./seat-taken";
import { SignInForm } from "./sign-in-form";
import { SignInNotice } from "./sign-in-notice";
import type { Agent } from "./use-agent";
import { useSignIn } from "./use-sign-in";

export function SignInScreen({ agent, gatewayUrl }: { agent: Agent; gatewayUrl: string }) {
  const t = useTranslations("agent.sign-in");
  const [about, setAbout] = useState(readAbout);
  const [aboutOpen, setAboutOpen] = useState(false);
  const wide = useWideWindow();
  const { attempt, signIn, stop } = useSignIn(agent);
  const reported = reportedOf(about, agent.defaults, wide);
  const pending = attempt.at !== "idle" && attempt.at !== "held-off";
  const problem = attempt.at === "idle" ? attempt.problem : undefined;
  const invalid = problem instanceof Problem ? problem.invalidFields : [];

  return (
    <main className="flex min-h-dvh flex-col items-center px-[max(1.5rem,env(safe-area-inset-left))] pt-[max(2rem,env(safe-area-inset-top))] pb-[max(1.5rem,env(safe-area-inset-bottom))] md:justify-center">
      <section className="flex w-full max-w-sm flex-1 flex-col md:max-w-100 md:flex-none md:rounded-xl md:border md:border-line md:bg-panel md:p-9 md:shadow-card">
        <Brand />
        <h1 className="mt-10 mb-6 font-semibold text-2xl md:mt-8 md:mb-5">{t("title")}</h1>
        <SignInNotice
          attempt={attempt}
          gatewayUrl={gatewayUrl}
          osName={reported.details.osName}
          onStop={stop}
          onAbout={() => setAboutOpen(true)}
        />
        <SignInForm pending={pending} invalid={invalid} onSubmit={signIn} />
        <footer className="mt-auto flex flex-wrap items-center justify-between gap-x-3 gap-y-1 pt-8 text-ink-2 md:mt-8 md:border-line md:border-t md:pt-4">
          <p>{t("signs-in-as", { app: reportedLabel(reported) })}</p>
          <AboutDialog
            about={about}
            defaults={agent.defaults}
            wide={wide}
            invalid={invalid}
            open={aboutOpen}
            onOpenChange={setAboutOpen}
            onSave={(saved) => {
              setAbout(saved);
              stop();
            }}
          />
        </footer>
      </section>
      <SeatTaken attempt={attempt} />
    </main>
  );
}
