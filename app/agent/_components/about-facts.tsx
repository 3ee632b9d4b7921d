import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Code } from "@/components/ui/code";
import { Dialog } from "@/components/ui/dialog";
import { Facts } from "@/components/ui/facts";
import { joined, type Reported } from "./reported";
import { sideBySide } from "./side-by-side";

/** What the app reported at sign-in. */
export function AboutFacts({ reported, className = "" }: { reported: Reported; className?: string }) {
  const t = useTranslations("agent.about");
  const close = useTranslations("ui")("close");
  const { app, details, installId } = reported;
  const browser = joined(details.browserName, details.browserVersion);
  const none = <span className="font-normal text-ink-2">{t("none")}</span>;

  return (
    <Dialog
      trigger={
        <Button variant="ghost" className={className}>
          {t("title")}
        </Button>
      }
      title={t("title")}
      description={t("read-text")}
      closeLabel={close}
    >
      <Facts
        className={`mb-3 ${sideBySide}`}
        items={[
          { label: t("app"), value: app },
          { label: t("version"), value: details.version },
          { label: t("build"), value: details.build || none },
          { label: t("os"), value: joined(details.osName, details.osVersion) || none },
          { label: t("device"), value: details.device || none },
          ...(app === "Mobile" ? [] : [{ label: t("browser"), value: browser || none }]),
          { label: t("install-id"), value: <Code>{installId}</Code> },
        ]}
      />
    </Dialog>
  );
}
