import { Link } from "@/components/ui/link";
import type { FailedMail } from "@/lib/mail/failed";
import { textsOf } from "../../../../_edges/texts";
import { MomentBeside } from "../../../_components/moment";
import { RetryMails } from "./retry-mails";

const t = textsOf("settings.mails");

const kinds = [
  "work-item-recommended",
  "work-item-mandatory",
  "work-item-escalated",
  "work-item-unowned",
  "report",
  "schedule-failed",
  "schedule-undelivered",
  "schedule-stopped",
] as const;

type Props = { mail: FailedMail; now: string; retries: boolean };

/** One mail that nobody got: about what, to whom, and why. */
export function FailedMailRow({ mail, now, retries }: Props) {
  const { id, user, address, names, attempts, failure, givenUpAt } = mail;
  const kind = kinds.find((one) => one === mail.code);
  const about = [kind ? t(`kind.${kind}`) : t("kind.other"), ...names].join(" · ");

  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4.5 py-3">
      <div className="min-w-0 flex-1 basis-80">
        <p className="font-medium [overflow-wrap:anywhere]">{about}</p>
        <p className="text-ink-2 [overflow-wrap:anywhere]">
          {user && (
            <>
              {t("to")}{" "}
              <Link href={`/users/${encodeURIComponent(user.username)}`} className="hover:underline">
                {user.name}
              </Link>
              {user.email && `, ${user.email}`}
              {" · "}
            </>
          )}
          {address !== null && `${t("to")} ${address} · `}
          {t("attempts", { count: attempts })}
          {givenUpAt && (
            <>
              {" · "}
              {t("given-up")} <MomentBeside at={givenUpAt.toISOString()} now={now} />
            </>
          )}
        </p>
        {failure !== null && (
          <p className="mt-1 text-danger text-xs [overflow-wrap:anywhere]">{t("why", { failure })}</p>
        )}
      </div>
      {retries && <RetryMails id={id} about={about} />}
    </li>
  );
}
