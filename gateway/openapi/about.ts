import { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from "zod-openapi";
import { Failing, Healthy } from "./answers";
import { problemCodes, refusals } from "./problems";

const page = (operationId: string, summary: string, description: string): ZodOpenApiOperationObject => ({
  operationId,
  tags: ["Gateway"],
  summary,
  description,
  security: [],
  responses: {
    "200": { description: "A page to read.", content: { "text/html": { schema: { type: "string" } } } },
  },
});

const problem = page("problem", "Read about a problem", "Where the `type` of a problem leads.");

export const aboutPaths: ZodOpenApiPathsObject = {
  "/healthz": {
    get: {
      operationId: "health",
      tags: ["Gateway"],
      summary: "Ask whether the gateway works",
      description: "For load balancers and monitoring.",
      security: [],
      responses: {
        "200": {
          description: "It works: the database answers.",
          content: {
            "application/json": {
              schema: Healthy,
              example: { status: "ok", database: "ok", beatAgoMs: 412, mail: null },
            },
          },
        },
        "503": {
          description: "It does not; `database` says what is wrong.",
          content: {
            "application/json": {
              schema: Failing,
              example: { status: "failing", database: "Error: connect ECONNREFUSED 127.0.0.1:5432" },
            },
          },
        },
      },
    },
  },
  "/problems": { get: page("problems", "Read about all problems", "Every problem code, and what to do.") },
  "/problems/{code}": {
    get: {
      ...problem,
      requestParams: { path: z.object({ code: z.enum(problemCodes) }) },
      responses: { ...problem.responses, ...refusals("not-found") },
    },
  },
  "/v1/docs": { get: page("docs", "Read this document", "This document as a page.") },
  "/v1/openapi.json": {
    get: {
      operationId: "openApi",
      tags: ["Gateway"],
      summary: "Get this document",
      description: "OpenAPI 3.1, for generators and other programs.",
      security: [],
      responses: {
        "200": {
          description: "The document.",
          content: { "application/json": { schema: { type: "object" } } },
        },
      },
    },
  },
};
