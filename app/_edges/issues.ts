import type { z } from "zod";
import { problem } from "./answers";

export type Fault = { path: string; message: string };

export const invalid = (errors: Fault[]) => problem("invalid-request", { errors });

/** What is wrong with an input, by the names that its caller wrote: those that begin `depth` steps within it. */
export function faultsIn({ issues }: z.ZodError, depth = 0): Fault[] {
  return issues.flatMap((issue) => {
    const path = issue.path.slice(depth);
    if (issue.code !== "unrecognized_keys") return [{ path: path.join("."), message: issue.message }];
    return issue.keys.map((key) => ({ path: [...path, key].join("."), message: "is not known here" }));
  });
}
