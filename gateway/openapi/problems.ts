import { z } from "zod";
import type { ErrorCode } from "@/lib/errors";
import { describeProblems, InvalidField } from "@/lib/openapi/problems";
import en from "@/messages/en.json";
import { isProblemCode } from "../problem";
import { texts } from "../texts";
import { ending, Release, Seat } from "./answers";

export type ProblemCode = Extract<ErrorCode, keyof typeof en.gateway.problem>;

export const problemCodes = Object.keys(en.gateway.problem).filter(isProblemCode);

const continueOn = z.enum(["Agent Desktop"]).nullable();

const problems = describeProblems<ProblemCode>({
  codes: problemCodes,
  titleOf: (code) => texts(`problem.${code}`),
  more: {
    "invalid-request": { errors: z.array(InvalidField) },
    "password-change-required": { link: z.url(), expiresAt: z.iso.datetime() },
    "update-required": { release: Release, distribution: z.enum(["store", "package"]), continueOn },
    "os-too-old": { release: Release, minimumOs: z.string().nullable(), continueOn },
    "seat-taken": { seat: Seat, takeOver: z.string() },
    "session-ended": ending,
  },
});

export const { problemSchema, refusals } = problems;

export const AnyProblem = problems.anyOf(problemCodes).meta({ id: "Problem" });
