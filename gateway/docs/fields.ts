import { html } from "hono/html";
import type { oas31 } from "zod-openapi";
import { inline } from "./text";

type Schema = oas31.SchemaObject | oas31.ReferenceObject;
type Row = { path: string; type: string; link?: string; required: boolean; text: string; values: unknown[] };

/** Components that are told elsewhere on the page, or on another. */
const elsewhere: Record<string, { name: string; link: string }> = {
  Current: { name: "the session", link: "#currentSession" },
  AppFrame: { name: "frame", link: "#frames" },
  Problem: { name: "problem", link: "/problems" },
  Ack: { name: "ack", link: "#Ack" },
  Refused: { name: "refused", link: "#Refused" },
};

const isReference = (schema: Schema): schema is oas31.ReferenceObject => "$ref" in schema;
const componentOf = ({ $ref }: oas31.ReferenceObject) => $ref.slice("#/components/schemas/".length);

/** The schema itself where it is a reference. */
export function resolve(document: oas31.OpenAPIObject, schema: Schema | undefined): oas31.SchemaObject {
  if (!schema) return {};
  if (!isReference(schema)) return schema;
  const found = document.components?.schemas?.[componentOf(schema)];
  if (!found) throw new Error(`the document lacks ${schema.$ref}`);
  return resolve(document, found);
}

const isNull = (schema: Schema) => !isReference(schema) && schema.type === "null";
const itemsOf = ({ items }: oas31.SchemaObject): Schema | undefined =>
  typeof items === "object" ? items : undefined;

/** The alternatives of a schema without null, and whether null is one. */
function alternatives(schema: Schema): { parts: Schema[]; nullable: boolean } {
  if (isReference(schema)) return { parts: [schema], nullable: false };
  const parts = schema.anyOf ?? schema.oneOf;
  if (parts) return { parts: parts.filter((part) => !isNull(part)), nullable: parts.some(isNull) };
  const nullable = Array.isArray(schema.type) && schema.type.includes("null");
  return { parts: [schema], nullable };
}

function typeName(document: oas31.OpenAPIObject, schema: Schema): string {
  if (isReference(schema)) {
    return elsewhere[componentOf(schema)]?.name ?? typeName(document, resolve(document, schema));
  }
  const items = itemsOf(schema);
  if (items)
    return `list of ${alternatives(items)
      .parts.map((part) => typeName(document, part))
      .join(" or ")}`;
  if (schema.type === "array") return "list";
  if (schema.format === "date-time") return "time";
  if (schema.format === "uuid") return "UUID";
  if (schema.format === "uri") return "URL";
  const types = [schema.type ?? []].flat().filter((type) => type !== "null");
  return types.join(" or ").replace("string", "text") || "null";
}

function rowsOf(document: oas31.OpenAPIObject, object: oas31.SchemaObject, prefix = "", deep = true): Row[] {
  return Object.entries(object.properties ?? {}).flatMap(([name, field]): Row[] => {
    const { parts, nullable } = alternatives(field);
    const [first] = parts;
    const item = first && !isReference(first) ? itemsOf(first) : undefined;
    const inner = item ?? first;
    const link = inner && isReference(inner) ? elsewhere[componentOf(inner)]?.link : undefined;
    const target = resolve(document, inner);
    const path = `${prefix}${name}${item ? "[]" : ""}`;
    const types = parts.map((part) => typeName(document, part));
    const row = {
      path,
      type: [...types, ...(nullable ? ["null"] : [])].join(" or "),
      ...(link && { link }),
      required: object.required?.includes(name) ?? false,
      text: ("description" in field && field.description) || "",
      values: target.enum ?? (target.const === undefined ? [] : [target.const]),
    };
    return link || !deep ? [row] : [row, ...rowsOf(document, target, `${path}.`)];
  });
}

type Showing = { whose: "app" | "gateway"; deep?: boolean };

/** What an object carries, if `deep` nested objects too, by their path. `whose` says who sends it. */
export function fieldTable(document: oas31.OpenAPIObject, schema: Schema, { whose, deep = true }: Showing) {
  const rows = rowsOf(document, resolve(document, schema), "", deep);
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
