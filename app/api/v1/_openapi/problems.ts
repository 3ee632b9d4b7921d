import { z } from "zod";
import { problemTitle } from "@/app/_edges/texts";
import { type ErrorCode, errorStatus } from "@/lib/errors";
import { describeProblems, InvalidField } from "@/lib/openapi/problems";
import { ImportOutcome } from "../_shapes/import";

const isCode = (text: string): text is ErrorCode => Object.hasOwn(errorStatus, text);

export const { refusals } = describeProblems<ErrorCode>({
  codes: Object.keys(errorStatus).filter(isCode),
  titleOf: problemTitle,
  more: {
    "invalid-request": { errors: z.array(InvalidField) },
    "unknown-team": { errors: z.array(InvalidField).optional() },
    "consent-not-allowed": { errors: z.array(InvalidField) },
    "log-request-open": { requestId: z.uuid().nullable() },
    "unknown-user": { errors: z.array(InvalidField).optional() },
    "lines-not-clean": ImportOutcome.omit({ unchanged: true }).shape,
  },
});
