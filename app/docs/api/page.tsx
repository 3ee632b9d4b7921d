import type { Metadata } from "next";
import { textsOf } from "../../_edges/texts";
import { openApiDocument } from "../../api/v1/_openapi/document";
import { always, withBody, withKey } from "../../api/v1/_openapi/paths";
import { Inline } from "./_components/inline";
import { Operation } from "./_components/operation";
import { Refusals } from "./_components/refusals";
import { tell } from "./told";

const t = textsOf("api-docs");

export const metadata: Metadata = { title: t("title") };

const link = "text-accent underline underline-offset-2";

/** The admin API as a page, from the document that programs read. For anybody. */
export default function ApiDocsPage() {
  const document = openApiDocument();
  const operations = tell(document);
  const groups = (document.tags ?? []).map((tag) => ({
    ...tag,
    id: tag.name.toLowerCase().replaceAll(" ", "-"),
    calls: operations.filter((told) => told.tag === tag.name),
  }));
  const contents = (
    <ol className="grid gap-3">
      {groups.map(({ name, id, calls }) => (
        <li key={id}>
          <a href={`#${id}`} className="font-semibold hover:text-accent">
            {name}
          </a>
          <ol className="mt-0.5">
            {calls.map((told) => (
              <li key={told.id}>
                <a href={`#${told.id}`} className="block py-0.5 pl-2.5 text-ink-2 hover:text-accent">
                  {told.summary}
                </a>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );

  return (
    <div className="mx-auto max-w-320 px-5 pb-24 lg:grid lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-12 lg:px-8">
      <nav
        aria-label={t("contents")}
        className="sticky top-0 hidden max-h-dvh self-start overflow-y-auto py-10 lg:block"
      >
        {contents}
      </nav>
      <main className="min-w-0 pt-10">
        <p className="text-ink-2">{t("eyebrow", { version: document.info.version })}</p>
        <h1 className="mt-1 font-semibold text-2xl tracking-tight">{t("heading")}</h1>
        {document.info.description?.split("\n\n").map((paragraph) => (
          <p key={paragraph} className="mt-3 max-w-180 text-ink-2 text-md/5.5">
            <Inline text={paragraph} />
          </p>
        ))}
        <dl className="mt-5 flex flex-wrap gap-x-10 gap-y-3">
          <div>
            <dt className="text-ink-2">{t("address")}</dt>
            <dd className="[overflow-wrap:anywhere]">
              <Inline text={`\`${document.servers?.[0]?.url ?? ""}\``} />
            </dd>
          </div>
          <div>
            <dt className="text-ink-2">{t("programs")}</dt>
            <dd>
              <a href="/api/v1/openapi.json" className={link}>
                {t("openapi", { version: document.openapi })}
              </a>
            </dd>
          </div>
        </dl>
        <details className="mt-6 rounded-lg border border-line bg-panel px-4 py-2.5 lg:hidden">
          <summary className="font-semibold">{t("contents")}</summary>
          <nav aria-label={t("contents")} className="mt-2">
            {contents}
          </nav>
        </details>
        <h2 className="mt-8 font-semibold text-lg">{t("always")}</h2>
        <p className="text-ink-2">{t("always-text")}</p>
        <Refusals codes={[...always, ...withBody]} />
        <h2 className="mt-6 font-semibold text-lg">{t("with-key")}</h2>
        <p className="max-w-180 text-ink-2">
          <Inline text={t("with-key-text")} />
        </p>
        <Refusals codes={withKey} />
        {groups.map(({ name, id, description, calls }) => (
          <section key={id} aria-labelledby={id} className="mt-14">
            <h2 id={id} className="scroll-mt-6 font-semibold text-xl tracking-tight">
              {name}
            </h2>
            <p className="text-ink-2">{description}</p>
            <div className="mt-5 grid gap-8">
              {calls.map((told) => (
                <Operation key={told.id} document={document} told={told} />
              ))}
            </div>
          </section>
        ))}
      </main>
    </div>
  );
}
