import clsx from "clsx";
import { useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { StateIcon } from "@/components/ui/state-icon";
import { AboutFacts } from "./about-facts";
import { ConnectionMark } from "./connection-mark";
import { ForcedNotice } from "./forced-notice";
import { InteractionList } from "./interaction-list";
import type { Working } from "./phase";
import { SimulateMenu } from "./simulate-menu";
import { StateButtons } from "./state-buttons";
import { StateName, TimeInState } from "./state-now";
import { toneOf } from "./tone";
import { useArrivalFocus } from "./use-arrival-focus";
import type { Work } from "./use-work";

/** Mobile: one hand, one glance. In a wide window it keeps the size of a phone. */
export function PhoneScreen({ working, work }: { working: Working; work: Work }) {
  const t = useTranslations("agent.work");
  const arrival = useArrivalFocus();
  const { user, state, interactions, forced } = working.session;
  const full = interactions.length > 0 || forced !== null;

  return (
    <div className="grid min-h-dvh grid-cols-1 place-items-center md:py-8">
      <main
        className={clsx(
          toneOf[state],
          "flex min-h-dvh w-full flex-col bg-[radial-gradient(120%_60%_at_50%_30%,color-mix(in_srgb,var(--tone)_14%,var(--bg)),var(--bg))]",
          "pt-[env(safe-area-inset-top)] pr-[env(safe-area-inset-right)] pb-[env(safe-area-inset-bottom)] pl-[env(safe-area-inset-left)]",
          "md:min-h-[min(48rem,calc(100dvh-4rem))] md:max-w-100 md:overflow-hidden md:rounded-[2rem] md:border md:border-line-strong md:shadow-pop",
        )}
      >
        <header className="flex items-center gap-3 px-5 py-4">
          <Avatar name={user.name} />
          <div className="min-w-0 flex-1">
            <h1 {...arrival} className="truncate outline-none font-semibold text-lg">
              {user.name}
            </h1>
            <p className="truncate text-ink-2">{user.team}</p>
          </div>
          <ConnectionMark connection={working.connection} />
        </header>

        <ForcedNotice working={working} className="mx-4" />
        <section className="flex flex-1 flex-col items-center justify-center gap-3 px-5 py-4 text-center">
          <StateIcon shape={state} size={full ? 52 : 76} />
          <StateName working={working} className="font-semibold text-[1.75rem]/9" />
          <TimeInState
            working={working}
            className="font-light text-[3.25rem]/13 tracking-tight max-[22rem]:text-[2.5rem]/10"
          />
        </section>

        {interactions.length > 0 && (
          <section className="px-4 pb-4">
            <InteractionList large working={working} work={work} />
          </section>
        )}
        <section className="px-4 pb-1">
          <StateButtons working={working} work={work} className="" />
        </section>
        <footer className="flex justify-between gap-2 border-line border-t px-3 py-2">
          <AboutFacts reported={working.reported} className="h-11! text-md" />
          <SimulateMenu work={work} variant="ghost" className="h-11! text-md" />
          <Button variant="ghost" className="h-11! text-md" pending={work.leaving} onClick={work.signOut}>
            {t("sign-out")}
          </Button>
        </footer>
      </main>
    </div>
  );
}
