import { json } from "@/app/_edges/answers";
import { openApiDocument } from "../_openapi/document";

export const dynamic = "force-dynamic";

/** For anybody: it tells of the product, and nothing of what is in it. */
export const GET = () => json(openApiDocument());
