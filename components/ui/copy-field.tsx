"use client";

import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "./button";
import { copyText } from "./copy-text";
import { Field } from "./field";
import { Input } from "./input";

type Props = {
  label: string;
  value: string;
  description?: string;
  copyLabel: string;
  copiedLabel: string;
};

/** Something to take elsewhere, letter by letter. */
export function CopyField({ label, value, description, copyLabel, copiedLabel }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);

  async function copy() {
    input.current?.select();
    // Where the browser does not let us, what is selected can be copied by hand.
    setCopied(await copyText(value));
  }

  return (
    <div className="flex items-start gap-2">
      <Field label={label} description={description} className="flex-1">
        <Input
          ref={input}
          readOnly
          value={value}
          onFocus={(event) => event.target.select()}
          className="font-mono text-xs"
        />
      </Field>
      <Button onClick={() => void copy()} className="mt-6 h-8 min-w-21 pointer-coarse:h-10">
        {copied ? (
          <Check aria-hidden className="size-3.5 text-ready" />
        ) : (
          <Copy aria-hidden className="size-3.5" />
        )}
        <span aria-live="polite">{copied ? copiedLabel : copyLabel}</span>
      </Button>
    </div>
  );
}
