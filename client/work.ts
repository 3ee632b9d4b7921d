import { follow, listed } from "./interactions";
import { afterAction, withNotice, withoutNotice } from "./notices";
import { createOutbox, type Told } from "./outbox";
import { Problem } from "./problem";
import type { Current, Forced, InteractionChange, Notice, OutgoingFrame, Session } from "./protocol";

/**
 * An agent's session as the gateway holds it, and what still waits to be told. It outlives connections, and also a
 * session that was lost and goes on in another one.
 */
export function createWork(first: Session, nowMs: () => number) {
  const outbox = createOutbox();
  let held = first;
  // Before the gateway has told its view, this app may have forgotten more than it knows: it claims nothing.
  let known = false;
  // Nothing of what waits can be stored yet in a session that the gateway has just begun.
  let fresh = false;
  // A forced state and a waiting one of our own crossed: only the gateway knows which was first.
  let crossed = false;
  // The gateway's view is as of when it was asked for, even where what followed was answered first.
  let storedSinceAsked: Told[] | undefined;
  let heardForcedAt = first.forced?.at;

  const waits = (type: OutgoingFrame["type"]) => outbox.waiting.some(({ frame }) => frame.type === type);

  /** Whether this is news. */
  function hear(forced: Forced | null): boolean {
    if (!forced || forced.at === heardForcedAt) return false;
    heardForcedAt = forced.at;
    return true;
  }

  // Each is confirmed once, however often it is told.
  const confirmed = new Set<string>();
  function confirm({ noticeId }: Notice) {
    if (confirmed.has(noticeId)) return;
    confirmed.add(noticeId);
    // One that counts no more needs no confirmation.
    add({ type: "notice", noticeId, action: "received" }).catch(() => {});
  }

  const add = (frame: OutgoingFrame) => outbox.add(frame, new Date(nowMs()).toISOString());

  function settle({ frame, at }: Told) {
    if (frame.type === "log") return;
    if (frame.type === "notice") {
      held = { ...held, notices: afterAction(held.notices, frame) };
      return;
    }
    if (frame.type === "interaction") {
      held = { ...held, interactions: follow(held.interactions, frame, at) };
      return;
    }
    // Told late, happened before: the hand that came after it stands.
    if (held.forced && at < held.forced.at) return;
    const { state } = frame;
    const reason = (state === "not_ready" && frame.reason) || null;
    const same = held.state === state && held.reason === reason;
    // Never before what was stored before it, as on the gateway.
    const stateSince = same || at < held.stateSince ? held.stateSince : at;
    held = { ...held, state, reason, stateSince, forced: null };
  }

  return {
    /** Interactions are facts: those not stored yet count, too. A state counts when it is stored. */
    get session(): Session {
      let { interactions, notices } = held;
      for (const { frame, at } of outbox.waiting) {
        if (frame.type === "interaction") interactions = follow(interactions, frame, at);
        if (frame.type === "notice") notices = afterAction(notices, frame);
      }
      return { ...held, interactions, notices };
    },

    add,
    toSend: outbox.toSend,

    /** What a `sync` may say. What waits may be stored already: an older view told before it would undo it. */
    claims(): object {
      if (!known) return {};
      const { state, reason, interactions } = held;
      return {
        ...((fresh || !waits("state")) && { state, ...(reason !== null && { reason }) }),
        ...((fresh || !waits("interaction")) && {
          interactions: interactions.map((interaction) => listed(interaction, nowMs())),
        }),
      };
    },

    /** The gateway's view was asked for. */
    asked() {
      storedSinceAsked = [];
    },
    /** Returns a state that was forced while this app could not be told. */
    heard({ session }: Current): Forced | undefined {
      held = session;
      for (const told of storedSinceAsked ?? []) settle(told);
      storedSinceAsked = undefined;
      known = true;
      fresh = false;
      crossed = session.forced !== null && waits("state");
      held.notices.forEach(confirm);
      return hear(session.forced) && session.forced ? session.forced : undefined;
    },
    /** Whether it is news. */
    forced(forced: Forced): boolean {
      crossed ||= waits("state");
      const { state, reason, at } = forced;
      held = { ...held, state, reason, stateSince: at, forced };
      return hear(forced);
    },
    noticed(notice: Notice) {
      held = { ...held, notices: withNotice(held.notices, notice) };
      confirm(notice);
    },
    /** Null: what was asked for is over. */
    logging(logging: Session["logging"]) {
      held = { ...held, logging };
    },
    noticeWithdrawn(noticeId: string) {
      held = { ...held, notices: withoutNotice(held.notices, noticeId) };
    },
    /** Returns whether the gateway's view has to be asked for. */
    stored(id: string): boolean {
      const told = outbox.stored(id);
      if (told) {
        settle(told);
        storedSinceAsked?.push(told);
      }
      const unsure = crossed && !waits("state");
      if (unsure) crossed = false;
      return unsure;
    },
    refused: outbox.refused,

    /** The same person goes on under another token, perhaps in another session. */
    continueIn(session: Session) {
      if (session.sessionId === held.sessionId) {
        held = session;
        return;
      }
      fresh = true;
      held = {
        ...held,
        sessionId: session.sessionId,
        loginAt: session.loginAt,
        user: session.user,
        notReadyReasons: session.notReadyReasons,
        notices: session.notices,
        logging: session.logging,
        forced: null,
      };
    },

    /** The change with what is known of its interaction. */
    complete({ interactionId, phase, ...given }: PartialChange): InteractionChange {
      const open = this.session.interactions.find((one) => one.interactionId === interactionId);
      const channel = given.channel ?? open?.channel;
      const direction = given.direction ?? open?.direction;
      const service = given.service ?? open?.service ?? undefined;
      if (!channel || !direction) throw new Problem("unknown-interaction");
      return { interactionId, phase, channel, direction, ...(service !== undefined && { service }) };
    },

    abandon: () => outbox.abandon(new Problem("not-signed-in")),
  };
}
export type Work = ReturnType<typeof createWork>;

/** Channel, direction and service may be left out of an interaction that is open. */
export type PartialChange = Pick<InteractionChange, "interactionId" | "phase"> & Partial<InteractionChange>;
