import clsx from "clsx";
import { Download } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";
import { FileFacts } from "@/app/_components/file-facts";
import { fileName } from "@/app/_components/file-name";
import type { Artifact } from "@/client/rollcall";
import { buttonStyle } from "@/components/ui/button-style";

type DownloadListProps = { files: readonly Artifact[]; className?: string; onOpen?: () => void };

/** The files of an update by name, each with what it is for and what it can be checked against. */
export function DownloadList({ files, className, onOpen }: DownloadListProps) {
  const t = useTranslations("agent.update");
  const locale = useLocale();
  if (files.length === 0) return null;
  return (
    <ul aria-label={t("files")} className={clsx("flex flex-col gap-2 text-left", className)}>
      {files.map((file, place) => (
        <li key={`${file.os} ${file.arch} ${file.url}`}>
          <a
            href={file.url}
            target="_blank"
            rel="noreferrer"
            className={buttonStyle(
              place === 0 ? "primary" : "secondary",
              "md",
              "h-auto! min-h-7 max-w-full whitespace-normal! py-1 [overflow-wrap:anywhere] pointer-coarse:min-h-9",
            )}
            onClick={onOpen}
          >
            <Download aria-hidden className="size-3.5 shrink-0" />
            {fileName(file.url)}
          </a>
          <FileFacts file={file} locale={locale} checksum={t("checksum")} />
        </li>
      ))}
    </ul>
  );
}
