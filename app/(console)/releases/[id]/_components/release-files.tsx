import { FileFacts } from "@/app/_components/file-facts";
import { fileName } from "@/app/_components/file-name";
import type { ReleaseDetails } from "@/lib/releases/details";
import { locale, texts } from "../../../../_edges/texts";

/** The files of a download. */
export function ReleaseFiles({ artifacts }: Pick<ReleaseDetails, "artifacts">) {
  return (
    <ul className="flex flex-col gap-1.5">
      {artifacts.map((file) => (
        <li key={`${file.os} ${file.arch} ${file.url}`}>
          <a
            href={file.url}
            target="_blank"
            rel="noreferrer"
            className="break-all font-mono font-normal text-accent text-xs hover:underline"
          >
            {fileName(file.url)}
          </a>
          <FileFacts file={file} locale={locale} checksum={texts("agent.update.checksum")} />
        </li>
      ))}
    </ul>
  );
}
