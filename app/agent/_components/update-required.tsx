import { useTranslations } from "use-intl";
import type { RequiredUpdate } from "@/client/rollcall";
import { Alert } from "@/components/ui/alert";
import { DownloadList } from "./download-list";
import { downloadsOf } from "./downloads";
import { ReleaseNotes } from "./release-notes";
import { StoreLink, StoreLinkOrReload } from "./store-link";

/** Why nobody signs in from this version, and the way on. */
export function UpdateRequired({ required, osName }: { required: RequiredUpdate; osName: string }) {
  const t = useTranslations("agent.update");
  const { release, distribution, minimumOs, continueOn } = required;
  const { version, notes } = release;
  const packaged = distribution === "package";
  const Way = packaged || minimumOs ? StoreLink : StoreLinkOrReload;
  const title = minimumOs ? "os-too-old" : packaged ? "required-package" : "required";
  return (
    <Alert live tone="warn" className="mb-5" title={t(title, { version })} action={<Way release={release} />}>
      {minimumOs && (
        <p>{t("os-too-old-text", { os: /^\d/.test(minimumOs) ? `${osName} ${minimumOs}` : minimumOs })}</p>
      )}
      <ReleaseNotes notes={notes} />
      <DownloadList files={downloadsOf(release, osName)} className="my-2" />
      {continueOn && <p className="mt-1">{t("continue-on", { app: continueOn })}</p>}
    </Alert>
  );
}
