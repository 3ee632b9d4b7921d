import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { textsOf } from "../_edges/texts";

const t = textsOf("failed");

export default function NotFoundPage() {
  return (
    <>
      <h1 className="sr-only">{t("not-found")}</h1>
      <EmptyState title={t("not-found")} action={<ButtonLink href="/users">{t("to-users")}</ButtonLink>}>
        {t("not-found-text")}
      </EmptyState>
    </>
  );
}
