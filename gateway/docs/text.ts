import { html, raw } from "hono/html";

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);

/** A line with `code` in it. */
export const inline = (text: string) => raw(escaped(text).replace(/`([^`]+)`/g, "<code>$1</code>"));

/** Paragraphs with `code` in them. */
export const paragraphs = (text = "") =>
  text.split("\n\n").map((paragraph) => html`<p>${inline(paragraph)}</p>`);

const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null|-?\d+(?:\.\d+)?)\b/g;

/** JSON with its names and values told apart. */
export function json(value: unknown) {
  let marked = "";
  let end = 0;
  const text = JSON.stringify(value, null, 2);
  for (const { 0: token, 1: quoted, 2: colon, index } of text.matchAll(tokens)) {
    const kind = colon ? "name" : quoted ? "text" : "value";
    marked += `${escaped(text.slice(end, index))}<span class="${kind}">${escaped(quoted ?? token)}</span>${colon ?? ""}`;
    end = index + token.length;
  }
  return html`<pre tabindex="0"><code>${raw(marked + escaped(text.slice(end)))}</code></pre>`;
}
