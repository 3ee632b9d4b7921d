import type { Context } from "hono";
import { html } from "hono/html";
import { errorStatus } from "@/lib/errors";
import { problemName } from "@/lib/openapi/problems";
import { fieldTable } from "./docs/fields";
import { inline, json } from "./docs/text";
import { openApiDocument } from "./openapi";
import { problemExtras } from "./openapi/examples";
import { problemCodes } from "./openapi/problems";
import { page } from "./page";
import { isProblemCode, problem, problemOf } from "./problem";
import { texts } from "./texts";

/** What a problem's `type` leads to: the code in words, for whoever builds an app. */
export async function problemPage(c: Context) {
  const code = c.req.param("code") ?? "";
  if (!isProblemCode(code)) return problem(c, "not-found");

  const document = openApiDocument();
  const example = problemOf(code, problemExtras[code]);
  const schema = document.components?.schemas?.[problemName(code)];
  const body = html`<article class="narrow">
    <p class="eyebrow"><a href="/problems">${texts("problem-page.title")}</a></p>
    <h1><code>${code}</code></h1>
    <p class="lead">${texts(`problem.${code}`)}</p>
    <p class="answer"><span class="status s${String(errorStatus[code])[0] ?? ""}">${errorStatus[code]}</span> <code>/problems/${code}</code></p>
    <h2>${texts("problem-page.todo")}</h2>
    <p>${inline(texts(`todo.${code}`))}</p>
    <h2>${texts("problem-page.example")}</h2>
    ${json(example)}
    ${schema ? html`<h2>${texts("problem-page.body")}</h2>${fieldTable(document, schema, { whose: "gateway" })}` : ""}
  </article>`;
  return page(c, { title: code, here: "/problems", body });
}

/** Every problem that the gateway answers with. */
export async function problemsPage(c: Context) {
  const body = html`<article class="narrow">
    <h1>${texts("problem-page.title")}</h1>
    <p class="lead">${inline(texts("problem-page.intro"))}</p>
    <div class="scroll" tabindex="0"><table class="refusals">
      <thead><tr>
        <th scope="col">${texts("problem-page.status")}</th>
        <th scope="col">${texts("problem-page.code")}</th>
        <th scope="col">${texts("problem-page.meaning")}</th>
      </tr></thead>
      <tbody>${problemCodes
        .toSorted((one, other) => errorStatus[one] - errorStatus[other])
        .map(
          (code) => html`<tr>
            <td><span class="status s${String(errorStatus[code])[0] ?? ""}">${errorStatus[code]}</span></td>
            <th scope="row"><a href="/problems/${code}"><code>${code}</code></a></th>
            <td>${texts(`problem.${code}`)}</td>
          </tr>`,
        )}</tbody>
    </table></div>
  </article>`;
  return page(c, { title: texts("problem-page.title"), here: "/problems", body });
}
