import type { Distribution } from "@/prisma/generated/enums";

// What is wrong with a release as a whole, where a change alone does not tell.

type Dates = { [K in "publishAt" | "escalateAt"]?: Date | null | undefined };

/** What becomes mandatory does so after it goes out. */
export const escalatesTooSoon = ({ publishAt, escalateAt }: Dates) =>
  publishAt && escalateAt && escalateAt <= publishAt
    ? { path: "escalateAt", message: "must be after the moment at which it goes out" }
    : null;

type Destination = {
  distribution?: Distribution | undefined;
  storeUrl?: string | null | undefined;
  artifacts?: readonly unknown[] | undefined;
};

/** Why people would get nowhere by it; null where they get to the update. */
export function leadsNowhere({ distribution, storeUrl, artifacts }: Destination) {
  if (storeUrl !== null) return null;
  if (distribution === "store") return { path: "storeUrl", message: "is required for the store" };
  if (distribution === "download" && artifacts?.length === 0)
    return { path: "artifacts", message: "or a storeUrl is required for a download" };
  return null;
}
