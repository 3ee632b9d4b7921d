import type { oas31 } from "zod-openapi";
import { type ErrorCode, errorStatus } from "@/lib/errors";
import { operationsOf } from "@/lib/openapi/fields";
import { componentOf, isReference, type Schema } from "@/lib/openapi/rows";
import { always, withBody, withKey } from "../../api/v1/_openapi/paths";

type Content = { type: string; schema: Schema };
type Home = { name: string; link: string; summary: string };

/** An operation as the page tells it. `homes` says where the fields of what is answered often are told. */
export type Told = {
  id: string;
  summary: string;
  tag: string;
  method: string;
  path: string;
  operation: oas31.OperationObject;
  body: Content | undefined;
  answer: { status: string; description: string; schema: Schema | undefined } | undefined;
  /** Without what any call may be refused with. */
  refuses: ErrorCode[];
  homes: Record<string, Home>;
};

export function tell(document: oas31.OpenAPIObject): Told[] {
  const homes: Record<string, Home> = {};
  const all = operationsOf(document).map(([method, path, operation]): Told => {
    const { operationId = "", summary = "", tags = [], requestBody } = operation;
    const content = requestBody && "content" in requestBody ? requestBody.content : undefined;
    const [body] = Object.entries(content ?? {}).flatMap(([type, { schema }]) =>
      schema ? [{ type, schema }] : [],
    );
    const responses = Object.entries(operation.responses ?? {}).flatMap(([status, response]) =>
      typeof response === "object" && !("$ref" in response) ? [{ status, ...response }] : [],
    );
    const [good] = responses.filter((response) => !response["x-problem-codes"]);
    const answer = good && {
      status: good.status,
      description: good.description ?? "",
      schema: good.content?.["application/json"]?.schema,
    };
    return {
      ...{ id: operationId, summary, tag: tags[0] ?? "", method, path, operation, body, answer, homes },
      refuses: responses.flatMap((response) => codesOf(response["x-problem-codes"])),
    };
  });
  // Where one thing is got is where it is told; failing that, where it first comes.
  for (const told of all.toSorted(
    (one, other) => Number(other.method === "get") - Number(one.method === "get"),
  )) {
    const { id, summary, answer } = told;
    if (!answer?.schema || !isReference(answer.schema)) continue;
    const name = componentOf(answer.schema);
    homes[name] ??= { name: name.toLowerCase(), link: `#${id}`, summary };
  }
  return all;
}

const common = new Set<string>([...always, ...withBody, ...withKey]);
const isCode = (code: unknown): code is ErrorCode =>
  typeof code === "string" && Object.hasOwn(errorStatus, code);

const codesOf = (codes: unknown): ErrorCode[] =>
  Array.isArray(codes) ? codes.filter(isCode).filter((code) => !common.has(code)) : [];
