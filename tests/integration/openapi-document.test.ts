import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { openLedger } from "@/gateway/ledger";
import { openApiDocument } from "@/gateway/openapi";
import { descriptions } from "@/gateway/openapi/descriptions";
import { frames, problemExtras } from "@/gateway/openapi/examples";
import { appFrames, gatewayFrames } from "@/gateway/openapi/frames";
import { problemCodes, problemSchema } from "@/gateway/openapi/problems";
import { problemOf } from "@/gateway/problem";
import { routes } from "@/gateway/routes";
import { gatherSigns } from "@/gateway/signs";
import { fieldsOf, operationsOf } from "@/lib/openapi/fields";
import { answerOf, bodyOf, zodOf } from "./answers";

const document = openApiDocument();
const app = routes({ ledger: openLedger({ patient: false }), signs: gatherSigns({ patient: false }) });

test("is served, and valid OpenAPI 3.1", async () => {
  const served = await (await app.request("/v1/openapi.json")).json();
  const validator = new Validator();
  expect(await validator.validate(served)).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");
});

test("has every route of the gateway, and no other", () => {
  const served = app.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`);
  const told = operationsOf(document).map(([method, path]) => `${method.toUpperCase()} ${path}`);
  // A WebSocket is no route of HTTP.
  const routed = told.filter((operation) => operation !== "GET /v1/stream");
  expect(routed.sort()).toEqual([...new Set(served)].sort());
});

test("says what every field and parameter means, and nothing of what is none", () => {
  const fields = Object.entries(document.components?.schemas ?? {}).flatMap(([component, schema]) =>
    [...fieldsOf(schema)].map(([path, field]) => ({ component, path, text: field.description })),
  );
  const parameters = operationsOf(document).flatMap(([, , { parameters: given = [] }]) =>
    given.flatMap((parameter) => ("$ref" in parameter ? [] : [parameter])),
  );
  expect(fields.filter(({ text }) => !text)).toEqual([]);
  expect(parameters.filter(({ description }) => !description)).toEqual([]);

  const known = new Set([
    ...fields.flatMap(({ component, path }) => [
      `${component}.${path}`,
      `Problem.${path}`,
      path.split(".").at(-1),
    ]),
    ...parameters.map(({ name }) => `parameter.${name}`),
  ]);
  expect(Object.keys(descriptions).filter((key) => !known.has(key))).toEqual([]);
});

test("has examples that are what they stand beside", () => {
  for (const [method, path, operation] of operationsOf(document)) {
    const body = bodyOf(path, method);
    const sent = Object.values(body?.examples ?? {}).map((one) => ("value" in one ? one.value : undefined));
    if (body?.example) sent.push(body.example);
    for (const example of sent) zodOf(body?.schema).parse(example);
    for (const status of Object.keys(operation.responses ?? {})) {
      const { schema, example } = answerOf(path, method, status)?.content?.["application/json"] ?? {};
      if (example) zodOf(schema).parse(example);
    }
  }
  for (const [name, schema] of Object.entries({ ...appFrames, ...gatewayFrames }))
    schema.parse(Object.entries(frames).find(([of]) => of === name)?.[1]);
  for (const code of problemCodes) problemSchema(code).parse(problemOf(code, problemExtras[code]));
});
