import clsx from "clsx";
import { Headset } from "lucide-react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Facts } from "@/components/ui/facts";
import { StateIcon } from "@/components/ui/state-icon";
import { AboutFacts } from "./about-facts";
import { Brand } from "./brand";
import { ConnectionMark } from "./connection-mark";
import { ForcedNotice } from "./forced-notice";
import { InteractionList } from "./interaction-list";
import { LoggingNotice } from "./logging-notice";
import { Moment } from "./moment";
import type { Working } from "./phase";
import { joined, reportedLabel } from "./reported";
import { sideBySide } from "./side-by-side";
import { SignOut } from "./sign-out";
import { SimulateMenu } from "./simulate-menu";
import { StateButtons } from "./state-buttons";
import { StateName, TimeInState } from "./state-now";
import { toneOf } from "./tone";
import { UpdateNotices } from "./update-notices";
import { useArrivalFocus } from "./use-arrival-focus";
import type { Work } from "./use-work";

type ScreenProps = { working: Working; work: Work };

/** Agent Desktop: the state in one bar, the work under it. */
export function DesktopScreen({ working, work }: ScreenProps) {
  const arrival = useArrivalFocus();
  const { reported } = working;
  const { user } = working.session;

  return (
    <div className="min-h-dvh">
      <header className="border-line border-b bg-panel">
        <div className="mx-auto flex max-w-5xl flex-wrap items-center gap-x-4 gap-y-1 px-5 py-2.5 max-md:gap-x-1 max-md:px-4">
          <Brand />
          <span className="text-ink-2 max-[26rem]:hidden">{reported.app}</span>
          <div className="ml-auto flex items-center gap-1">
            <AboutFacts reported={reported} />
            <SignOut working={working} work={work} />
          </div>
        </div>
      </header>
      <main className="mx-auto flex max-w-5xl flex-col gap-4 px-5 py-8 max-md:py-5">
        <div className="mb-1 flex items-center gap-3">
          <Avatar name={user.name} />
          <div className="min-w-0 flex-1">
            <h1 {...arrival} className="truncate outline-none font-semibold text-xl">
              {user.name}
            </h1>
            <p className="truncate text-ink-2">{user.team}</p>
          </div>
          <ConnectionMark connection={working.connection} />
        </div>
        <ForcedNotice working={working} className="" />
        <LoggingNotice working={working} work={work} className="" />
        <UpdateNotices working={working} work={work} className="" />
        <StateBar working={working} work={work} />
        <div className="grid items-start gap-4 md:grid-cols-[1.4fr_1fr]">
          <Interactions working={working} work={work} />
          <ThisSession working={working} />
        </div>
      </main>
    </div>
  );
}

function Interactions({ working, work }: ScreenProps) {
  const t = useTranslations("agent.work");
  return (
    <Card>
      <CardHeader title={t("interactions")} actions={<SimulateMenu work={work} />} className="mb-3" />
      {working.session.interactions.length === 0 ? (
        <EmptyState icon={<Headset />} title={t("interactions-none")}>
          {t("interactions-text")}
        </EmptyState>
      ) : (
        <InteractionList working={working} work={work} />
      )}
    </Card>
  );
}

function StateBar({ working, work }: ScreenProps) {
  const { state } = working.session;
  return (
    <section
      className={clsx(
        toneOf[state],
        "rounded-xl border border-line bg-[linear-gradient(to_bottom,color-mix(in_srgb,var(--tone)_9%,var(--panel)),var(--panel)_70%)] p-5 pb-3 shadow-card max-md:p-4",
      )}
    >
      <div className="mb-5 flex min-h-14 items-center gap-4">
        <StateIcon shape={state} size={44} />
        <StateName working={working} className="font-semibold text-2xl" />
        <TimeInState
          working={working}
          className="ml-auto font-light text-[2.5rem]/12 tracking-tight max-md:text-2xl"
        />
      </div>
      <StateButtons working={working} work={work} className="md:grid-cols-4" />
    </section>
  );
}

function ThisSession({ working: { session, reported } }: { working: Working }) {
  const t = useTranslations("agent.work");
  const { details } = reported;
  const os = joined(details.osName, details.osVersion);
  const device = details.device || joined(details.browserName, details.browserVersion);
  return (
    <Card>
      <CardHeader title={t("session")} className="mb-3" />
      <Facts
        className={sideBySide}
        items={[
          { label: t("username"), value: session.user.username },
          { label: t("signed-in"), value: <Moment at={session.loginAt} /> },
          { label: t("app"), value: reportedLabel(reported) },
          ...(os ? [{ label: t("os"), value: os }] : []),
          ...(device ? [{ label: t("device"), value: device }] : []),
        ]}
      />
    </Card>
  );
}
