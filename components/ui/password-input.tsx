"use client";

import clsx from "clsx";
import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { buttonStyle } from "./button-style";
import { Input } from "./input";

type Props = Omit<ComponentProps<typeof Input>, "type"> & { showLabel: string };

/** A password that whoever types it may look at. */
export function PasswordInput({ showLabel, className, ...rest }: Props) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="relative">
      <Input
        {...rest}
        type={shown ? "text" : "password"}
        autoCapitalize="none"
        spellCheck={false}
        className={clsx(className, "pr-9 pointer-coarse:pr-11")}
      />
      <span className="absolute inset-y-0 right-1 grid place-items-center">
        <button
          type="button"
          aria-label={showLabel}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          className={buttonStyle("ghost", "iconSm")}
        >
          <Icon aria-hidden className="size-3.5" />
        </button>
      </span>
    </div>
  );
}
