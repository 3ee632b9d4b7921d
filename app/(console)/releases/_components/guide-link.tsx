import { textsOf } from "../../../_edges/texts";

const t = textsOf("releases");

/** To the guide for administrators, beside what they are doing. */
export function GuideLink() {
  return (
    <a
      href="/docs/mobile-administration"
      target="_blank"
      rel="noreferrer"
      className="rounded-sm text-accent underline underline-offset-2"
    >
      {t("guide")}
    </a>
  );
}
