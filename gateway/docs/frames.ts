import { html } from "hono/html";
import type { oas31 } from "zod-openapi";
import { closeCodes } from "../openapi/close-codes";
import { frames as examples } from "../openapi/examples";
import { appFrames, gatewayFrames } from "../openapi/frames";
import { fieldTable } from "./fields";
import { inline, json, paragraphs } from "./text";

export type FrameName = keyof typeof examples;

const isFrame = (name: string): name is FrameName => Object.hasOwn(examples, name);
export const fromApp = Object.keys(appFrames).filter(isFrame);
export const fromGateway = Object.keys(gatewayFrames).filter(isFrame);

/** The word that a frame carries as its `type`. */
export const wordOf = (name: FrameName) => examples[name].type;

/** Every frame of the stream, both ways, and why the gateway closes it. */
export function frameSections(document: oas31.OpenAPIObject) {
  const section = (name: FrameName, whose: "app" | "gateway") => frameSection(document, name, whose);
  return html`
    <h3 class="group" id="frames">App to gateway</h3>
    ${fromApp.map((name) => section(name, "app"))}
    <h3 class="group" id="gateway-frames">Gateway to app</h3>
    ${fromGateway.map((name) => section(name, "gateway"))}
    <h3 class="group" id="close-codes">Close codes</h3>
    <div class="scroll" tabindex="0"><table class="refusals">
      <thead><tr><th scope="col">Code</th><th scope="col">Why</th><th scope="col">What the app should do</th></tr></thead>
      <tbody>${closeCodes.map(
        ({ code, name, todo }) =>
          html`<tr><th scope="row"><code>${code}</code></th><td>${name}</td><td>${inline(todo)}</td></tr>`,
      )}<tr><th scope="row">any other</th><td>connection lost</td><td>Reconnect with back-off and jitter. A dropped socket is no logout.</td></tr></tbody>
    </table></div>`;
}

function frameSection(document: oas31.OpenAPIObject, name: FrameName, whose: "app" | "gateway") {
  const schema = document.components?.schemas?.[name];
  if (!schema) throw new Error(`the document lacks ${name}`);
  const description = "description" in schema ? schema.description : "";
  return html`<section class="operation" id="${name}">
    <header><h4 class="word"><code>${wordOf(name)}</code> <a class="here" href="#${name}" aria-label="Link to ${wordOf(name)}">#</a></h4></header>
    <div class="tell">${paragraphs(description)}${fieldTable(document, schema, { whose })}</div>
    <aside class="examples" aria-label="Example"><figure>${json(examples[name])}</figure></aside>
  </section>`;
}
