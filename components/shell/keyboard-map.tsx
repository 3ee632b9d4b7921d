"use client";

import type { ReactNode } from "react";
import { Dialog } from "@/components/ui/dialog";
import { KeyCaps, type Keys } from "@/components/ui/kbd";

type KeyboardMapGroup = {
  label: string;
  /** Each with the keys that do it: one way, or several. */
  lines: readonly { words: string; keys: readonly Keys[] }[];
};

type KeyboardMapProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  closeLabel: string;
  groups: readonly KeyboardMapGroup[];
  spoken: Readonly<Record<string, string>>;
  then: string;
  or: string;
  /** Under the groups: a switch, a word. */
  children?: ReactNode;
};

/** Every key that does something, by where it does. */
export function KeyboardMap({ title, groups, spoken, then, or, children, ...dialog }: KeyboardMapProps) {
  return (
    <Dialog size="lg" title={title} {...dialog}>
      <div className="mb-4 gap-x-10 sm:columns-2">
        {groups.map((group) => (
          <section key={group.label} className="break-inside-avoid not-last:pb-5">
            <h3 className="pb-1 font-semibold">{group.label}</h3>
            <dl>
              {group.lines.map(({ words, keys }) => (
                <div
                  key={words}
                  className="flex min-h-8 items-center justify-between gap-4 border-line border-t py-1"
                >
                  <dt className="text-ink-2">{words}</dt>
                  <dd className="flex shrink-0 items-center gap-1.5">
                    {keys.map((one, at) => (
                      <span key={one.join(" ")} className="flex items-center gap-1.5">
                        {at > 0 && <span className="text-2xs text-ink-3">{or}</span>}
                        <KeyCaps keys={one} spoken={spoken} then={then} />
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      {children}
    </Dialog>
  );
}
