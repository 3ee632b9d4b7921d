import type { oas31 } from "zod-openapi";

export type Schema = oas31.SchemaObject | oas31.ReferenceObject;

/** What one field or parameter is, as a line of a table. */
export type Row = {
  path: string;
  type: string;
  link?: string;
  required: boolean;
  text: string;
  values: unknown[];
};

type Showing = {
  /** Components that are told elsewhere, by name. */
  elsewhere?: Record<string, { name: string; link: string }>;
  /** With the fields of nested objects, by their path. */
  deep?: boolean;
};

export const isReference = (schema: Schema): schema is oas31.ReferenceObject => "$ref" in schema;
export const componentOf = ({ $ref }: oas31.ReferenceObject) => $ref.slice("#/components/schemas/".length);

/** The schema itself where it is a reference. */
export function resolve(document: oas31.OpenAPIObject, schema: Schema | undefined): oas31.SchemaObject {
  if (!schema) return {};
  if (!isReference(schema)) return schema;
  const found = document.components?.schemas?.[componentOf(schema)];
  if (!found) throw new Error(`the document lacks ${schema.$ref}`);
  return resolve(document, found);
}

const places: readonly string[] = ["path", "query", "header"];

/** The parameters of an operation as the fields of an object, each with where it stands. */
export function parametersOf(
  document: oas31.OpenAPIObject,
  { parameters = [] }: oas31.OperationObject,
  within = places,
) {
  const told = parameters
    .flatMap((parameter) => ("$ref" in parameter ? [] : [parameter]))
    .filter((parameter) => within.includes(parameter.in));
  const fields = told.map(({ name, description = "", schema = {}, in: place }) => {
    const text = `${description} In the ${place === "path" ? "address" : place}.`.trim();
    return [name, { ...resolve(document, schema), description: text }] as const;
  });
  const required = told.filter((parameter) => parameter.required).map(({ name }) => name);
  return { type: "object" as const, properties: Object.fromEntries(fields), required };
}

/** What an object carries, a line for each field. */
export function rowsOf(document: oas31.OpenAPIObject, object: Schema, showing: Showing = {}): Row[] {
  const { elsewhere = {}, deep = true } = showing;

  const rows = ({ properties = {}, required = [] }: oas31.SchemaObject, prefix: string): Row[] =>
    Object.entries(properties).flatMap(([name, field]): Row[] => {
      const { parts, nullable } = alternatives(field);
      const [first] = parts;
      const item = first && !isReference(first) ? itemsOf(first) : undefined;
      const inner = item ?? first;
      const link = inner && isReference(inner) ? elsewhere[componentOf(inner)]?.link : undefined;
      const target = resolve(document, inner);
      const path = `${prefix}${name}${item ? "[]" : ""}`;
      const types = parts.map(typeName);
      const row = {
        path,
        type: [...types, ...(nullable ? ["null"] : [])].join(" or "),
        ...(link && { link }),
        required: required.includes(name),
        text: ("description" in field && field.description) || "",
        values: target.enum ?? (target.const === undefined ? [] : [target.const]),
      };
      return link || !deep ? [row] : [row, ...rows(target, `${path}.`)];
    });

  function typeName(schema: Schema): string {
    if (isReference(schema)) {
      return elsewhere[componentOf(schema)]?.name ?? typeName(resolve(document, schema));
    }
    const items = itemsOf(schema);
    if (items) return `list of ${alternatives(items).parts.map(typeName).join(" or ")}`;
    if (schema.type === "array") return "list";
    if (schema.format === "date-time") return "time";
    if (schema.format === "uuid") return "UUID";
    if (schema.format === "uri") return "URL";
    const types = [schema.type ?? []].flat().filter((type) => type !== "null");
    return types.join(" or ").replace("string", "text") || "null";
  }

  return rows(resolve(document, object), "");
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
