import clsx from "clsx";
import { Download } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";
import type { Artifact } from "@/client/rollcall";
import { buttonStyle } from "@/components/ui/button-style";
import { formatBytes } from "@/components/ui/bytes";
import { Code } from "@/components/ui/code";
import { fileName } from "./downloads";

type DownloadListProps = { files: readonly Artifact[]; className?: string; onOpen?: () => void };

/** The files of an update by name, each with what it is for and what it can be checked against. */
export function DownloadList({ files, className, onOpen }: DownloadListProps) {
  const t = useTranslations("agent.update");
  const locale = useLocale();
  if (files.length === 0) return null;
  return (
    <ul aria-label={t("files")} className={clsx("flex flex-col gap-2 text-left", className)}>
      {files.map(({ url, os, arch, size, sha512 }, place) => (
        <li key={`${os} ${arch} ${url}`}>
          <a
            href={url}
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
            {fileName(url)}
          </a>
          <p className="mt-0.5 text-ink-2 text-xs">
            {os} {arch} · {formatBytes(size, locale)}
          </p>
          <details className="text-ink-2 text-xs">
            <summary className="w-fit">{t("checksum")}</summary>
            <Code className="break-all">{sha512}</Code>
          </details>
        </li>
      ))}
    </ul>
  );
}
