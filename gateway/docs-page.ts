import type { Context } from "hono";
import { html } from "hono/html";
import { operationsOf } from "@/lib/openapi/fields";
import { frameSections, fromApp, fromGateway, wordOf } from "./docs/frames";
import { operationSection } from "./docs/operation";
import { inline, paragraphs } from "./docs/text";
import { openApiDocument } from "./openapi";
import { page } from "./page";

/** The protocol as a page, from the document that programs read. */
export async function docsPage(c: Context) {
  const document = openApiDocument();
  const groups = (document.tags ?? []).map((tag) => ({
    ...tag,
    id: tag.name.toLowerCase().replaceAll(" ", "-"),
    operations: operationsOf(document).filter(([, , operation]) => operation.tags?.includes(tag.name)),
  }));

  const contents = html`<ol>${groups.map(
    ({ name, id, operations }) => html`<li>
      <a href="#${id}">${name}</a>
      <ol>${operations.map(
        ([, , operation]) =>
          html`<li><a href="#${operation.operationId ?? ""}">${operation.summary ?? ""}</a></li>`,
      )}${name === "Stream" ? frameLinks : ""}</ol>
    </li>`,
  )}</ol>`;

  const body = html`
    <header class="top">
      <p class="eyebrow">Gateway protocol, version ${document.info.version}</p>
      <h1>Connect an app to Rollcall</h1>
      <div class="lead">${paragraphs(document.info.description)}</div>
      <dl class="facts">
        <div><dt>Address</dt><dd><code>${document.servers?.[0]?.url ?? ""}</code></dd></div>
        <div><dt>For programs</dt><dd><a href="/v1/openapi.json">OpenAPI ${document.openapi}</a></dd></div>
        <div><dt>Refusals</dt><dd><a href="/problems">All problems</a></dd></div>
      </dl>
    </header>
    ${groups.map(
      ({ name, id, description = "", operations }) => html`<section class="tag" aria-labelledby="${id}">
        <h2 id="${id}">${name}</h2>
        <p class="sub">${inline(description)}</p>
        ${operations.map(([method, path, operation]) => operationSection(document, method, path, operation))}
        ${name === "Stream" ? frameSections(document) : ""}
      </section>`,
    )}`;
  return page(c, { title: "Gateway protocol", here: "/v1/docs", contents, body });
}

const frameLinks = html`
  <li><a href="#frames">App to gateway</a><ol>${fromApp.map((name) => html`<li><a href="#${name}"><code>${wordOf(name)}</code></a></li>`)}</ol></li>
  <li><a href="#gateway-frames">Gateway to app</a><ol>${fromGateway.map((name) => html`<li><a href="#${name}"><code>${wordOf(name)}</code></a></li>`)}</ol></li>
  <li><a href="#close-codes">Close codes</a></li>`;
