import { useTranslations } from "use-intl";
import { sections } from "./catalogue";

/** The way to each section of a long page. */
export function SectionIndex() {
  const t = useTranslations("settings");
  return (
    <nav aria-label={t("index")} className="max-lg:hidden">
      <ul className="sticky top-17 flex flex-col gap-0.5 border-line border-l">
        {sections.map(({ key }) => (
          <li key={key}>
            <a
              href={`#${key}`}
              className="-ml-px block rounded-r-md border-transparent border-l px-3 py-1 text-ink-2 transition-colors hover:border-line-strong hover:text-ink"
            >
              {t(`section.${key}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
