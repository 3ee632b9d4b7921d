import { useTranslations } from "use-intl";
import type { Release } from "@/client/rollcall";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";

type StoreLinkProps = {
  release: Release;
  children?: string;
  className?: string;
  onOpen?: () => void;
};

/** Leads to where a release is to be had; nothing where there is no such place, or it is a matter of files. */
export function StoreLink({ release: { storeUrl }, children, className = "", onOpen }: StoreLinkProps) {
  const t = useTranslations("agent.update");
  if (!storeUrl) return null;
  return (
    <a
      href={storeUrl}
      target="_blank"
      rel="noreferrer"
      className={`${buttonStyle("primary")} ${className}`}
      onClick={onOpen}
    >
      {children ?? t("get")}
    </a>
  );
}

/** The same where a release may come with the page itself: an app in a browser has it after it was loaded anew. */
export function StoreLinkOrReload(props: StoreLinkProps) {
  const t = useTranslations("agent.update");
  const { storeUrl, artifacts } = props.release;
  if (storeUrl || artifacts.length > 0) return <StoreLink {...props} />;
  return <Button onClick={() => location.reload()}>{t("reload")}</Button>;
}
