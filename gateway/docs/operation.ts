import { html } from "hono/html";
import type { oas31 } from "zod-openapi";
import { parametersOf, resolve } from "@/lib/openapi/rows";
import { isProblemCode } from "../problem";
import { texts } from "../texts";
import { fieldTable } from "./fields";
import { inline, json, paragraphs } from "./text";

type Document = oas31.OpenAPIObject;
type Media = oas31.MediaTypeObject;
type Answer = [status: string, response: oas31.ResponseObject];

/** One operation: what it takes, what it answers, and beside it an example. */
export function operationSection(
  document: Document,
  method: string,
  path: string,
  operation: oas31.OperationObject,
) {
  const answers = answersOf(operation);
  const good = answers.filter(([, response]) => !response["x-problem-codes"]);
  const refused = answers.filter(([, response]) => response["x-problem-codes"]);
  const body =
    operation.requestBody && "content" in operation.requestBody ? operation.requestBody : undefined;
  const request = body?.content["application/json"];

  return html`<section class="operation" id="${operation.operationId ?? ""}">
    <header>
      <h3>${operation.summary ?? ""} <a class="here" href="#${operation.operationId ?? ""}" aria-label="Link to ${operation.summary ?? ""}">#</a></h3>
      <p class="call"><span class="method ${method}">${method.toUpperCase()}</span> <code>${path}</code></p>
    </header>
    <div class="tell">
      ${paragraphs(operation.description)}
      ${parameters(document, operation)}
      ${request?.schema ? html`<h4>Body</h4>${bodyTables(document, request)}` : ""}
      <h4>Answers</h4>
      ${good.map((answer) => goodAnswer(document, answer))}
      ${refused.length > 0 ? refusalTable(refused) : ""}
    </div>
    ${examples(method, path, request, good)}
  </section>`;
}

function answersOf(operation: oas31.OperationObject): Answer[] {
  return Object.entries(operation.responses ?? {}).flatMap(([status, response]): Answer[] =>
    typeof response === "object" && !("$ref" in response) ? [[status, response]] : [],
  );
}

function parameters(document: Document, operation: oas31.OperationObject) {
  const rows = fieldTable(document, parametersOf(document, operation), { whose: "app" });
  return rows && html`<h4>Parameters</h4>${rows}`;
}

/** One table, or one for each way to fill the body. */
function bodyTables(document: Document, { schema, examples: named = {} }: Media) {
  if (!schema) return "";
  const ways = resolve(document, schema).anyOf;
  if (!ways) return fieldTable(document, schema, { whose: "app" });
  const names = Object.values(named).map((example) => ("summary" in example ? example.summary : undefined));
  return ways.map(
    (way, index) =>
      html`<p class="way">${names[index] ?? "Or"}</p>${fieldTable(document, way, { whose: "app", deep: index === 0 })}`,
  );
}

function goodAnswer(document: Document, [status, response]: Answer) {
  const schema = response.content?.["application/json"]?.schema;
  return html`<p class="answer"><span class="status s${status[0] ?? ""}">${status}</span> <span>${inline(response.description ?? "")}</span></p>
    ${schema ? fieldTable(document, schema, { whose: "gateway" }) : ""}`;
}

function refusalTable(refused: Answer[]) {
  const rows = refused.flatMap(([status, response]) => {
    const codes: unknown[] = Array.isArray(response["x-problem-codes"]) ? response["x-problem-codes"] : [];
    return codes
      .map(String)
      .filter(isProblemCode)
      .map((code) => ({ status, code, waits: response.headers !== undefined }));
  });
  return html`<div class="scroll" tabindex="0"><table class="refusals">
    <thead><tr><th scope="col">Refusal</th><th scope="col">Code</th><th scope="col">Meaning</th></tr></thead>
    <tbody>${rows.map(
      ({ status, code, waits }) => html`<tr>
        <td><span class="status s${status[0] ?? ""}">${status}</span></td>
        <th scope="row"><a href="/problems/${code}"><code>${code}</code></a></th>
        <td>${texts(`problem.${code}`)}${waits ? html` <span class="dim">With <code>Retry-After</code>.</span>` : ""}</td>
      </tr>`,
    )}</tbody>
  </table></div>`;
}

function examples(method: string, path: string, request: Media | undefined, good: Answer[]) {
  const sent = Object.values(request?.examples ?? {}).flatMap((example) =>
    "value" in example ? [{ title: example.summary ?? "", value: example.value }] : [],
  );
  if (request?.example) sent.push({ title: `${method.toUpperCase()} ${path}`, value: request.example });
  const answered = good.flatMap(([status, { content }]) => {
    const value = content?.["application/json"]?.example;
    return value === undefined ? [] : [{ title: `${status}`, value }];
  });
  const all = [...sent, ...answered];
  if (all.length === 0) return "";
  return html`<aside class="examples" aria-label="Examples">${all.map(
    ({ title, value }) => html`<figure><figcaption>${title}</figcaption>${json(value)}</figure>`,
  )}</aside>`;
}
