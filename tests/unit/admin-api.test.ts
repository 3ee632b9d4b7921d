import { readdirSync, readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { fieldsOf, operationsOf } from "@/lib/openapi/fields";

Object.assign(process.env, {
  DATABASE_URL: "postgres://nobody@localhost:1/nothing",
  AUTH_SECRET: "a document needs no secret at all",
  CONSOLE_URL: "https://rollcall.example",
  GATEWAY_URL: "https://gateway.example",
});
const { openApiDocument } = await import("@/app/api/v1/_openapi/document");
const { descriptions } = await import("@/app/api/v1/_openapi/descriptions");

const document = openApiDocument();
const operations = operationsOf(document);

test("is valid OpenAPI 3.1", async () => {
  const validator = new Validator();
  expect(await validator.validate(JSON.parse(JSON.stringify(document)))).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");
});

test("has every method of every route file, and no other: name new files in app/api/v1/_openapi/routes.ts", () => {
  const root = "app/api/v1";
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith("route.ts") && file !== "[...path]/route.ts",
  );
  const served = files.flatMap((file) => {
    const exported = readFileSync(`${root}/${file}`, "utf8").matchAll(
      /^export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/gm,
    );
    const path = `/${file.replace(/\/?route\.ts$/, "").replace(/\[(\w+)\]/g, "{$1}")}`;
    return [...exported].map(([, method]) => `${method} ${path}`);
  });
  expect(served.length).toBeGreaterThan(20);
  expect(operations.map(([method, path]) => `${method.toUpperCase()} ${path}`).sort()).toEqual(served.sort());
});

test("has a name of its own for every operation", () => {
  const names = operations.map(([, , { operationId }]) => operationId);
  expect(names).toEqual([...new Set(names)]);
});

test("says what every field and parameter means, and nothing of what is none: say so in _openapi/descriptions.ts", () => {
  const fields = Object.entries(document.components?.schemas ?? {}).flatMap(([component, schema]) =>
    [...fieldsOf(schema)].map(([path, field]) => ({ component, path, text: field.description })),
  );
  const parameters = operations.flatMap(([, , { operationId, parameters: given = [] }]) =>
    given.flatMap((parameter) => ("$ref" in parameter ? [] : [{ operationId, ...parameter }])),
  );
  expect(fields.filter(({ text }) => !text)).toEqual([]);
  expect(parameters.filter(({ description }) => !description)).toEqual([]);

  const known = new Set([
    ...fields.flatMap(({ component, path }) => [`${component}.${path}`, path, path.split(".").at(-1)]),
    ...parameters.flatMap(({ operationId, name }) => [`parameter.${name}`, `${operationId}.${name}`]),
  ]);
  expect(Object.keys(descriptions).filter((key) => !known.has(key))).toEqual([]);
});
