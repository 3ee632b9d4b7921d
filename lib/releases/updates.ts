import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { keysOf } from "@/lib/versions/order";
import type { Channel } from "@/prisma/generated/enums";
import type { ReleaseFacts } from "./facts";
import { inForce } from "./in-force";
import { policyOf } from "./policy";

type App = { channel: Channel; version: string; build: string | null };

/**
 * What a version owes whoever runs it, for anybody who asks: only what is offered to everybody. A release that is staged,
 * paused, tried on somebody or keeps somebody out is none here, and nothing tells that there is one.
 */
export async function updatesFor({ channel, version, build }: App) {
  const [rules, now] = [await inForce(db), await databaseNow(db)];
  const open = rules.releases.filter((one) => one.status === "published").map(openPart);
  const decide = policyOf(open, { now, unknownVersion: "warn", packages: new Map() });
  return decide({
    userId: "",
    teamId: "",
    channel,
    ...keysOf({ version, build }),
    osName: null,
    osKey: null,
    told: new Map(),
  });
}

const openPart = (release: ReleaseFacts): ReleaseFacts => ({
  ...release,
  offers:
    release.excludeUserIds.length + release.excludeTeamIds.length > 0
      ? []
      : release.offers.filter(({ percent }) => percent === 100),
  userIds: [],
});
