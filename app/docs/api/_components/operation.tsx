import clsx from "clsx";
import type { ReactNode } from "react";
import type { oas31 } from "zod-openapi";
import { Code } from "@/components/ui/code";
import { componentOf, isReference, parametersOf, rowsOf } from "@/lib/openapi/rows";
import { textsOf } from "../../../_edges/texts";
import type { Told } from "../told";
import { Fields } from "./fields";
import { Inline } from "./inline";
import { Refusals } from "./refusals";

const t = textsOf("api-docs");

const tones: Record<string, string> = {
  get: "bg-accent-soft text-accent",
  delete: "bg-danger-soft text-danger",
};

/** One call: what it takes, answers and refuses. */
export function Operation({ document, told }: { document: oas31.OpenAPIObject; told: Told }) {
  const { id, summary, method, path, operation, refuses } = told;
  const parameters = rowsOf(document, parametersOf(document, operation, ["path", "query"]));
  return (
    <article
      id={id}
      className="group min-w-0 scroll-mt-6 border-line border-t pt-6"
      aria-labelledby={`${id}-title`}
    >
      <h3 id={`${id}-title`} className="font-semibold text-lg">
        {summary}{" "}
        <a
          href={`#${id}`}
          aria-label={t("here", { summary })}
          className="font-normal text-ink-3 opacity-0 focus-visible:opacity-100 group-hover:opacity-100"
        >
          #
        </a>
      </h3>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <span
          className={clsx(
            "rounded-sm px-1.5 font-mono font-semibold text-2xs/4.5",
            tones[method] ?? "bg-warn-soft text-warn",
          )}
        >
          {method.toUpperCase()}
        </span>
        <Code className="[overflow-wrap:anywhere]">{path}</Code>
      </p>
      {operation.description && (
        <p className="mt-2.5 max-w-180 text-md/5.5">
          <Inline text={operation.description} />
        </p>
      )}
      {parameters.length > 0 && (
        <Part title={t("parameters")}>
          <Fields rows={parameters} label={`${summary}: ${t("parameters")}`} given />
        </Part>
      )}
      <Body document={document} told={told} />
      <Answer document={document} told={told} />
      {refuses.length > 0 && (
        <Part title={t("refusals")}>
          <Refusals codes={refuses} />
        </Part>
      )}
    </article>
  );
}

function Body({ document, told }: { document: oas31.OpenAPIObject; told: Told }) {
  const { summary, body } = told;
  if (!body) return null;
  return (
    <Part title={t("body")}>
      {body.type === "application/json" ? (
        <Fields rows={rowsOf(document, body.schema)} label={`${summary}: ${t("body")}`} given />
      ) : (
        <p className="mt-1">{t("file", { type: body.type })}</p>
      )}
    </Part>
  );
}

function Answer({ document, told }: { document: oas31.OpenAPIObject; told: Told }) {
  const { id, summary, answer, homes } = told;
  const home = answer?.schema && isReference(answer.schema) ? homes[componentOf(answer.schema)] : undefined;
  const rows = answer?.schema ? rowsOf(document, answer.schema, { elsewhere: homes }) : [];
  return (
    <Part title={t("answer")} status={answer?.status}>
      {home && home.link !== `#${id}` ? (
        <p className="mt-1">
          {t.rich("as-in", {
            summary: home.summary,
            link: (words) => (
              <a href={home.link} className="text-accent underline underline-offset-2">
                {words}
              </a>
            ),
          })}
        </p>
      ) : rows.length > 0 ? (
        <Fields rows={rows} label={`${summary}: ${t("answer")}`} given={false} />
      ) : (
        <p className="mt-1">{answer?.schema ? answer.description : t("nothing")}</p>
      )}
    </Part>
  );
}

function Part({
  title,
  status,
  children,
}: {
  title: string;
  status?: string | undefined;
  children: ReactNode;
}) {
  return (
    <section className="mt-5">
      <h4 className="flex items-baseline gap-2 font-semibold">
        {title}
        {status && <Code className="num font-normal text-ready">{status}</Code>}
      </h4>
      {children}
    </section>
  );
}
