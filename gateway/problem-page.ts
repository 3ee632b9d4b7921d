import type { Context } from "hono";
import { html } from "hono/html";
import { errorStatus } from "@/lib/errors";
import { isProblemCode, problem } from "./problem";
import { texts } from "./texts";

/** What a problem's `type` leads to: the code in words, for whoever builds an app. */
export function problemPage(c: Context) {
  const code = c.req.param("code") ?? "";
  if (!isProblemCode(code)) return problem(c, "not-found");
  return c.html(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta name="viewport" content="width=device-width" />
          <meta name="color-scheme" content="light dark" />
          <title>${code}</title>
        </head>
        <body>
          <h1>${code}</h1>
          <p>${texts(`problem.${code}`)}</p>
          <p>HTTP ${errorStatus[code]}</p>
        </body>
      </html>`,
  );
}
