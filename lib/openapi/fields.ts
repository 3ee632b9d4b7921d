import type { oas31 } from "zod-openapi";

type Schema = oas31.SchemaObject | oas31.ReferenceObject;

/** Every field of a schema with its path, nested objects, lists and alternatives included, references not. */
export function* fieldsOf(schema: Schema, path = ""): Generator<[path: string, field: Schema]> {
  if ("$ref" in schema) return;
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const own = path === "" ? name : `${path}.${name}`;
    yield [own, field];
    yield* fieldsOf(field, own);
  }
  if (schema.items && typeof schema.items === "object") yield* fieldsOf(schema.items, path);
  for (const part of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) yield* fieldsOf(part, path);
}

const lastOf = (path: string) => path.split(".").at(-1) ?? path;

/**
 * What each field means, by component and path, and each parameter, by operation; a path or a bare name counts wherever nothing nearer
 * is said.
 */
export type Descriptions = Record<string, string>;

/** Says what each field and parameter means. */
export function explainFields(document: oas31.OpenAPIObject, descriptions: Descriptions) {
  for (const [component, schema] of Object.entries(document.components?.schemas ?? {})) {
    for (const [path, field] of fieldsOf(schema)) {
      const kind = component.replace(/^.+(?=Problem$)/, "");
      const text = [`${component}.${path}`, `${kind}.${path}`, path, lastOf(path)]
        .map((key) => descriptions[key])
        .find(Boolean);
      if (text && !field.description) field.description = text;
    }
  }
  for (const [, , { operationId, parameters = [] }] of operationsOf(document)) {
    for (const parameter of parameters) {
      if ("$ref" in parameter) continue;
      const { name } = parameter;
      const text = descriptions[`${operationId}.${name}`] ?? descriptions[`parameter.${name}`];
      if (text) parameter.description = text;
    }
  }
}

const methods = ["get", "post", "put", "patch", "delete"] as const;

/** Every operation of a document with its method and path. */
export function operationsOf(document: oas31.OpenAPIObject) {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [[method, path, operation] as const] : [];
    }),
  );
}
