"use client";

import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Facts } from "@/components/ui/facts";
import { SidePanel } from "@/components/ui/side-panel";
import type { Mapping } from "@/lib/imports/fields";
import type { PreviewLine } from "@/lib/imports/schema";
import { ChangeText } from "./change-text";
import { outcomeTones } from "./line-columns";
import { useLineWords } from "./use-line-words";

type Props = {
  /** The last one stays to be seen while the panel closes. */
  line: PreviewLine | null;
  open: boolean;
  header: readonly string[];
  mapping: Mapping;
  onClose: () => void;
};

/** All that would come of one line. */
export function LinePanel({ line, open, header, mapping, onClose }: Props) {
  const t = useTranslations("import");
  const close = useTranslations("ui")("close");
  const words = useLineWords(header, mapping);
  if (!line) return null;
  const { outcome, name, username, problems, notices, changes, password } = line;
  const made = outcome === "created";

  return (
    <SidePanel
      open={open}
      onClose={onClose}
      title={name || username || t("nobody")}
      description={[t("line", { line: line.line }), name && username].filter(Boolean).join(" · ")}
      closeLabel={close}
      returnTo={() => document.querySelector<HTMLElement>(`tr[data-row="${line.line}"]`)}
    >
      <div className="flex flex-col gap-4">
        <Badge tone={outcomeTones[outcome]} className="self-start">
          {t(`show.${outcome}`)}
        </Badge>
        {outcome === "unchanged" && <p className="text-ink-2">{t("as-it-is")}</p>}
        {problems.length > 0 && (
          <Facts
            items={problems.map((problem) => ({
              label: words.column(problem.field),
              value: <span className="font-normal">{words.problem(problem)}</span>,
            }))}
          />
        )}
        {notices.map((notice) => (
          <Alert key={notice.code} tone="warn" title={words.notice(notice)} />
        ))}
        {(changes.length > 0 || password) && (
          <Facts
            items={[
              ...changes.map((change) => ({
                label: t(`field.${change.field}`),
                value: (
                  <span className="font-normal">
                    <ChangeText change={change} made={made} words={words} />
                  </span>
                ),
              })),
              ...(password ? [{ label: t("field.password"), value: t("first-password-text") }] : []),
            ]}
          />
        )}
      </div>
    </SidePanel>
  );
}
