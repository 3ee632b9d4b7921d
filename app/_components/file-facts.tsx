import { formatBytes } from "@/components/ui/bytes";
import { Code } from "@/components/ui/code";

type File = { os: string; arch: string; size: number; sha512: string };

/** What a file of a release is for, how large it is, and what it can be checked against. */
export function FileFacts({ file, locale, checksum }: { file: File; locale: string; checksum: string }) {
  const { os, arch, size, sha512 } = file;
  return (
    <div className="mt-0.5 font-normal text-ink-2 text-xs">
      <p>
        {os} {arch} · {formatBytes(size, locale)}
      </p>
      <details>
        <summary className="w-fit">{checksum}</summary>
        <Code className="break-all">{sha512}</Code>
      </details>
    </div>
  );
}
