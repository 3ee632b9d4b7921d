import type { ZodOpenApiOverrideContext } from "zod-openapi";

type Schema = ZodOpenApiOverrideContext["jsonSchema"];

/** Drops what is true and of no use to a reader or a generator; on the way in all of it is checked. */
export function plain(schema: Schema) {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  // The format says it already, and generators stumble over Unicode classes.
  if (schema.format !== undefined || /\\p\{/i.test(schema.pattern ?? "")) delete schema.pattern;
  if (schema.allOf?.every((part) => "pattern" in part)) delete schema.allOf;
}

/** Version 1 grows: an object may carry more one day. */
export function growing(schema: Schema) {
  if (schema.additionalProperties === false) delete schema.additionalProperties;
}
