import { createHash } from "node:crypto";
import type { Context } from "hono";
import { html, raw } from "hono/html";
import { style } from "./page-style";

type Html = ReturnType<typeof html> | ReturnType<typeof raw>;
type Page = { title: string; here: string; contents?: Html; body: Html };

const styleHash = createHash("sha256").update(style).digest("base64");
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const places = [
  { path: "/v1/docs", name: "Protocol" },
  { path: "/problems", name: "Problems" },
  { path: "/v1/openapi.json", name: "OpenAPI" },
];

/** A page of the gateway for whoever builds an app: no script, nothing from elsewhere. */
export function page(c: Context, { title, here, contents, body }: Page) {
  c.header("content-security-policy", policy);
  c.header("x-content-type-options", "nosniff");
  c.header("referrer-policy", "no-referrer");
  return c.html(html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${title} · Rollcall</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <style>${raw(style)}</style>
  </head>
  <body>
    <a class="skip" href="#main">Skip to content</a>
    <header class="bar">
      <a class="brand" href="/v1/docs"><span class="logo" aria-hidden="true">R</span>Rollcall <span class="dim">gateway</span></a>
      <nav aria-label="Main">${places.map(
        ({ path, name }) =>
          html`<a href="${path}" ${path === here ? raw('aria-current="page"') : ""}>${name}</a>`,
      )}</nav>
    </header>
    <div class="${contents ? "frame with-contents" : "frame"}">
      ${contents ? html`<nav class="contents" aria-label="Contents">${contents}</nav><details class="contents-small"><summary>Contents</summary>${contents}</details>` : ""}
      <main id="main">${body}</main>
    </div>
  </body>
</html>`);
}
