import { Code } from "@/components/ui/code";
import { type FactItem, FactNote } from "@/components/ui/facts";
import { Ago } from "@/components/ui/relative-time";
import { wokenByPush } from "@/lib/push/reach";
import { contact } from "@/lib/seats/silence";
import type { UserDetails } from "@/lib/users/queries";
import { textsOf } from "../../../../../_edges/texts";
import { Moment } from "../../../../_components/moment";

const t = textsOf("login-info");

/** Whether the app is in touch, since when it is not, and what that means; and its last sign of life. */
export function contactFacts(user: UserDetails): FactItem[] {
  const { seat, sign, mobileSilenceSeconds } = user;
  if (!seat || !sign) return [];
  const now = user.now.toISOString();
  const lastSeen = sign.lastSeenAt.toISOString();
  const from = seat.ip && (
    <FactNote>
      {t("from")} <Code>{seat.ip}</Code>
    </FactNote>
  );
  if (!seat.open) {
    return [
      {
        label: t("last-seen"),
        value: (
          <>
            <Moment at={lastSeen} now={now} seconds />
            {from}
          </>
        ),
      },
    ];
  }
  const kind = contact(sign, {
    connected: seat.streamId !== null,
    woken: wokenByPush(seat.installation, sign.lastSeenAt),
    onInteraction: seat.openInteractions > 0,
    mobileSilenceSeconds,
    now: user.now,
  });
  return [
    {
      label: t("contact.label"),
      value:
        kind === "connected" ? (
          t("contact.connected")
        ) : (
          <>
            {t(`contact.${kind}`)} <Moment at={lastSeen} now={now} seconds />
            <FactNote>{t(`contact.${kind}-means`)}</FactNote>
          </>
        ),
    },
    {
      label: t("last-seen"),
      value: (
        <>
          <Ago at={lastSeen} now={now} />
          {from}
        </>
      ),
    },
  ];
}
