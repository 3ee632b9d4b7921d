import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Metadata } from "next";
import { textsOf } from "../../_edges/texts";
import { GuideBlock } from "./_components/guide-block";
import { readBlocks } from "./blocks";

const t = textsOf("releases");

export const metadata: Metadata = { title: t("guide-title") };

/** The guide for administrators, as it stands in the repository. For anybody. */
export default async function MobileAdministrationPage() {
  const guide = await readFile(path.join(process.cwd(), "docs/mobile-administration.md"), "utf8");
  return (
    <main className="mx-auto flex max-w-200 flex-col gap-3 px-5 py-10 text-md/5.5">
      {readBlocks(guide).map((block) => (
        <GuideBlock key={JSON.stringify(block)} block={block} />
      ))}
    </main>
  );
}
