import type { APIRequestContext, APIResponse } from "@playwright/test";
import { expect } from "./fixtures";

/** The problem of an answer, with the fields that it names. */
export async function refused(answer: APIResponse, status: number, code: string, paths?: string[]) {
  const problem = await answer.json();
  expect(problem).toMatchObject({ type: `/problems/${code}`, status });
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([status, "application/problem+json"]);
  if (paths) expect(problem.errors.map(({ path }: { path: string }) => path).sort()).toEqual(paths);
}

/** Every item of a list, page by page. */
export async function everyItem(api: APIRequestContext, list: string, params: Record<string, string> = {}) {
  const items: Record<string, unknown>[] = [];
  for (let next: string | null = ""; next !== null; ) {
    const page = await (
      await api.get(list, { params: { ...params, limit: "2", ...(next && { cursor: next }) } })
    ).json();
    expect(page.items.length).toBeLessThanOrEqual(2);
    items.push(...page.items);
    next = page.next;
  }
  return items;
}
