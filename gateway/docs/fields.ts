import { html } from "hono/html";
import type { oas31 } from "zod-openapi";
import { type Row, rowsOf, type Schema } from "@/lib/openapi/rows";
import { inline } from "./text";

/** Components that are told elsewhere on the page, or on another. */
const elsewhere: Record<string, { name: string; link: string }> = {
  Current: { name: "the session", link: "#currentSession" },
  AppFrame: { name: "frame", link: "#frames" },
  Problem: { name: "problem", link: "/problems" },
  Ack: { name: "ack", link: "#Ack" },
  Refused: { name: "refused", link: "#Refused" },
};

type Showing = { whose: "app" | "gateway"; deep?: boolean };

/** What an object carries, if `deep` nested objects too, by their path. `whose` says who sends it. */
export function fieldTable(document: oas31.OpenAPIObject, schema: Schema, { whose, deep = true }: Showing) {
  const rows = rowsOf(document, schema, { elsewhere, deep });
  if (rows.length === 0) return "";
  return html`<div class="scroll" tabindex="0"><table class="fields">
    <thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead>
    <tbody>${rows.map((row) => fieldRow(row, whose))}</tbody>
  </table></div>`;
}

function fieldRow({ path, type, link, required, text, values }: Row, whose: "app" | "gateway") {
  const cut = path.lastIndexOf(".") + 1;
  const mark = required ? (whose === "app" ? "required" : "") : "optional";
  return html`<tr>
    <th scope="row"><code><span class="dim">${path.slice(0, cut)}</span>${path.slice(cut)}</code></th>
    <td>${link ? html`<a href="${link}">${type}</a>` : type}${mark && html`<span class="mark ${mark}">${mark}</span>`}</td>
    <td>${inline(text)}${values.length > 0 ? html`<span class="values">${values.map((value) => html`<code>${String(value)}</code> `)}</span>` : ""}</td>
  </tr>`;
}
