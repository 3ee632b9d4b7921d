import type { ZodOpenApiPathsObject } from "zod-openapi";
import { aboutPaths } from "./about";
import { signInPaths } from "./sign-in";
import { signedInPaths } from "./signed-in";

/** Every call of the protocol, with the schemas that the gateway parses with. */
export const paths: ZodOpenApiPathsObject = { ...signInPaths, ...signedInPaths, ...aboutPaths };
