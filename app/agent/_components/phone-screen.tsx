import clsx from "clsx";
import { Avatar } from "@/components/ui/avatar";
import { StateIcon } from "@/components/ui/state-icon";
import { AboutFacts } from "./about-facts";
import { ConnectionMark } from "./connection-mark";
import { ForcedNotice } from "./forced-notice";
import { InteractionList } from "./interaction-list";
import { LoggingNotice } from "./logging-notice";
import type { Working } from "./phase";
import { SignOut } from "./sign-out";
import { SimulateMenu } from "./simulate-menu";
import { StateButtons } from "./state-buttons";
import { StateName, TimeInState } from "./state-now";
import { toneOf } from "./tone";
import { UpdateNotices } from "./update-notices";
import { useArrivalFocus } from "./use-arrival-focus";
import type { Work } from "./use-work";

const stateBlock = "flex flex-1 flex-col items-center justify-center gap-3 px-5 py-4 text-center";

// Stays in sight over a long list of interactions, below a notch, which it covers.
const stateRow = clsx(
  "sticky top-[env(safe-area-inset-top)] z-10 flex min-h-16 items-center gap-3 border-line border-b bg-[color-mix(in_srgb,var(--tone)_9%,var(--panel))] px-5 py-2",
  "before:absolute before:inset-x-0 before:bottom-full before:h-[env(safe-area-inset-top)] before:bg-inherit",
);

/** Mobile: one hand, one glance. In a wide window it keeps the size of a phone. */
export function PhoneScreen({ working, work }: { working: Working; work: Work }) {
  const arrival = useArrivalFocus();
  const { user, state, interactions, forced } = working.session;
  const handling = interactions.length > 0;

  return (
    <div className="grid min-h-dvh grid-cols-1 place-items-center md:py-8">
      <main
        className={clsx(
          toneOf[state],
          "flex min-h-dvh w-full flex-col bg-[radial-gradient(120%_60%_at_50%_30%,color-mix(in_srgb,var(--tone)_14%,var(--bg)),var(--bg))]",
          "pt-[env(safe-area-inset-top)] pr-[env(safe-area-inset-right)] pb-[env(safe-area-inset-bottom)] pl-[env(safe-area-inset-left)]",
          "md:min-h-[min(48rem,calc(100dvh-4rem))] md:max-w-100 md:overflow-clip md:rounded-[2rem] md:border md:border-line-strong md:shadow-pop",
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
        <LoggingNotice working={working} work={work} className="mx-4 mb-3" />
        <UpdateNotices working={working} work={work} className="mx-4 mb-3" />
        <section className={handling ? stateRow : stateBlock}>
          <StateIcon shape={state} size={handling ? 32 : forced ? 52 : 76} />
          <StateName
            working={working}
            className={clsx("font-semibold", handling ? "text-xl" : "text-[1.75rem]/9")}
          />
          <TimeInState
            working={working}
            className={clsx(
              "font-light tracking-tight",
              handling ? "ml-auto text-[1.75rem]/9" : "text-[3.25rem]/13 max-[22rem]:text-[2.5rem]/10",
            )}
          />
        </section>

        {handling && (
          <section className="flex flex-1 flex-col justify-end px-4 py-4">
            <InteractionList large working={working} work={work} />
          </section>
        )}
        <section className="px-4 pb-1">
          <StateButtons working={working} work={work} className="" />
        </section>
        <footer className="flex justify-between gap-2 border-line border-t px-3 py-2">
          <AboutFacts reported={working.reported} className="h-11! text-md" />
          <SimulateMenu work={work} variant="ghost" className="h-11! text-md" />
          <SignOut working={working} work={work} variant="ghost" className="h-11! text-md" />
        </footer>
      </main>
    </div>
  );
}
