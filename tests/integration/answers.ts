import { expect } from "vitest";
import { z } from "zod";
import { paths } from "@/gateway/openapi/paths";
import { type ProblemCode, problemSchema } from "@/gateway/openapi/problems";

type Method = "get" | "post" | "put" | "delete";
type Asked = {
  /** Where the path has a part or a query to fill in. */
  at?: string;
  token?: string;
  body?: object;
  status?: number;
  problem?: ProblemCode;
};

/** What the document was made from for one answer. */
export function answerOf(path: string, method: string, status: string) {
  const responses = Object.entries(paths[path]?.[method as Method]?.responses ?? {});
  const answer = responses.find(([key]) => key === status)?.[1];
  return answer && !("$ref" in answer) ? answer : undefined;
}

export function bodyOf(path: string, method: string) {
  return paths[path]?.[method as Method]?.requestBody?.content["application/json"];
}

export function zodOf(schema: unknown): z.ZodType {
  if (schema instanceof z.ZodType) return schema;
  throw new Error("the document has no zod schema here");
}

/** Calls a gateway and parses its answer, strictly, with the schema that the document was made from. */
export function asker(url: () => string) {
  return async function ask(method: "GET" | "POST" | "PUT" | "DELETE", path: string, asked: Asked = {}) {
    const { at = path, token, body, status = 200, problem } = asked;
    const response = await fetch(`${url()}${at}`, {
      method,
      headers: token ? { authorization: `Bearer ${token}` } : {},
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    expect({ status: response.status, text }).toMatchObject({ status });

    const answer = answerOf(path, method.toLowerCase(), String(status));
    if (!answer) throw new Error(`the document lacks ${status} of ${method} ${path}`);
    if (!answer.content) {
      expect(text).toBe("");
      return {};
    }
    const [type = ""] = (response.headers.get("content-type") ?? "").split(";");
    const parsed = zodOf(answer.content[type]?.schema).parse(JSON.parse(text));
    if (problem) problemSchema(problem).parse(parsed);
    expect(response.headers.has("retry-after")).toBe(status === 429 || status === 503);
    expect(response.headers.has("www-authenticate")).toBe(status === 401);
    return z.record(z.string(), z.unknown()).parse(parsed);
  };
}
