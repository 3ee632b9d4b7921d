"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { PageHeader } from "@/components/shell/page-header";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { LeaveDialog } from "@/components/ui/leave-dialog";
import { useToast } from "@/components/ui/toast";
import { versionLabel } from "@/lib/versions/label";
import type { ReleaseStatus } from "@/prisma/generated/enums";
import { DeleteDraft } from "./delete-draft";
import { type Draft, type OtherNotes, signsOut } from "./draft";
import { DraftPreview } from "./draft-preview";
import { figureWordsOf } from "./draft-words";
import { PartDelivery } from "./part-delivery";
import { PartSignOut } from "./part-sign-out";
import { PartWhat } from "./part-what";
import { PartWhen } from "./part-when";
import { PartWho } from "./part-who";
import { PublishDialog } from "./publish-dialog";
import { useConfirmed } from "./use-confirmed";
import { useDraft } from "./use-draft";
import type { Counted } from "./use-preview";

type Props = {
  id: string | null;
  revision: number;
  status: ReleaseStatus;
  initial: Draft;
  others: OtherNotes;
  teams: readonly string[];
  timeZone: string;
  publishes: boolean;
  /** Counts with which it asks at once whether to publish. */
  asks: Counted | null;
};

/** A release while it is prepared, and beside it what it would do. */
export function Editor({ id, revision, status, initial, others, teams, timeZone, ...publishing }: Props) {
  const t = useTranslations("release");
  const problem = useTranslations("problem");
  const router = useRouter();
  const toast = useToast();
  const formRef = useRef<HTMLFormElement>(null);
  const [pending, startTransition] = useTransition();
  const [refused, setRefused] = useState(0);
  const { form, unsaved, failed, save, ...saved } = useDraft({ id, revision, initial, others, timeZone });
  const { frozen, failed: uncounted, ask, close } = useConfirmed(publishing.asks);
  const { draft } = form;
  const typed = draft.version.trim();
  const name = typed === "" ? t("new") : versionLabel(typed, draft.build.trim() || null);
  const words = figureWordsOf(draft, timeZone);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    keep(async (saved) => {
      toast({ title: t("saved") });
      if (id === null) router.replace(`/releases/${saved}` as Route);
    });
  }

  /** What is published is what was saved. */
  const publish = () =>
    keep(async (saved) => {
      if (id === null) router.replace(`/releases/${saved}?publish` as Route);
      else await ask(saved, { words });
    });

  function keep(then: (saved: string) => Promise<void>) {
    if (pending) return;
    startTransition(async () => {
      const saved = await save();
      // With the faults on the page, which come when this ends.
      if (saved === null) startTransition(() => setRefused((times) => times + 1));
      else await then(saved);
    });
  }

  useEffect(() => {
    if (refused > 0) formRef.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [refused]);

  return (
    <>
      <form ref={formRef} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <PageHeader
          title={`${t(`channel.${draft.channel}`)} ${name}`}
          status={<Badge>{t(`status.${status}`)}</Badge>}
          actions={
            <>
              {id !== null && status === "draft" && (
                <DeleteDraft id={id} name={name} channel={draft.channel} />
              )}
              <Button
                type="submit"
                variant={publishing.publishes ? "secondary" : "primary"}
                pending={pending}
              >
                {t("save")}
              </Button>
              {publishing.publishes && (
                <Button variant="primary" pending={pending} onClick={publish}>
                  {t("publish.button")}
                </Button>
              )}
            </>
          }
        />
        <LeaveDialog unsaved={unsaved} />
        {(failed ?? uncounted) && (
          <Alert
            live
            title={problem(failed ?? uncounted ?? "internal")}
            {...(failed === "setting-changed" && {
              // Whoever has typed something is asked first.
              action: (
                <Button size="sm" onClick={() => window.location.reload()}>
                  {t("load-saved")}
                </Button>
              ),
            })}
          />
        )}
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_19rem] xl:grid-cols-[minmax(0,1fr)_25rem]">
          <div className="flex min-w-0 flex-col gap-5">
            <PartWhat form={form} />
            <Part title={t("part.delivery")}>
              <PartDelivery form={form} />
            </Part>
            <Part title={t("part.who")}>
              <PartWho form={form} teams={teams} />
            </Part>
            <Part title={t("part.when")}>
              <PartWhen form={form} />
            </Part>
            {signsOut(draft) && (
              <Part title={t("part.sign-out")}>
                <PartSignOut form={form} />
              </Part>
            )}
          </div>
          <DraftPreview form={form} id={id} />
        </div>
      </form>
      {id !== null && frozen && (
        <PublishDialog
          id={id}
          revision={saved.revision}
          name={name}
          counted={frozen}
          words={words}
          onRecount={() => ask(id, { words })}
          onClose={() => {
            close();
            if (publishing.asks) router.replace(`/releases/${id}` as Route);
          }}
        />
      )}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-4 border-line border-t pt-4">
      <h2 className="font-semibold">{title}</h2>
      {children}
    </section>
  );
}
