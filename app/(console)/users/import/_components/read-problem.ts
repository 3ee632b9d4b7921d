import { z } from "zod";
import { type ErrorCode, errorStatus } from "@/lib/errors";

const Problem = z.object({ type: z.string() });

/** The code of an answer that is a problem; no answer at all is taken for a server that is away. */
export async function readProblem(answer: Response | null): Promise<ErrorCode> {
  if (!answer) return "unavailable";
  const told = Problem.safeParse(await answer.json().catch(() => null));
  const code = told.success ? told.data.type.replace("/problems/", "") : "internal";
  return isCode(code) ? code : "internal";
}

const isCode = (code: string): code is ErrorCode => code in errorStatus;
