"use client";

import clsx from "clsx";
import { LoaderCircle } from "lucide-react";
import type { ComponentProps, MouseEvent } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";
import { Link, type LinkProps } from "./link";

type Look = { variant?: ButtonVariant; size?: ButtonSize };

export type ButtonProps = ComponentProps<"button"> & Look & { pending?: boolean };

/** While `pending`, keeps width, name and focus, and swallows clicks. */
export function Button({
  variant,
  size,
  pending = false,
  type = "button",
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (pending) event.preventDefault();
    else onClick?.(event);
  }

  return (
    <button
      {...rest}
      type={type}
      className={buttonStyle(variant, size, className)}
      onClick={press}
      {...(pending && { "aria-disabled": true, "aria-busy": true })}
    >
      <span className={clsx("inline-flex items-center gap-1.5", pending && "opacity-0")}>{children}</span>
      {pending && (
        <span aria-hidden className="absolute inset-0 grid place-items-center">
          <LoaderCircle className="size-3.5 animate-spin" />
        </span>
      )}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({
  variant,
  size,
  className,
  ...rest
}: Omit<LinkProps, "className"> & Look & { className?: string }) {
  return <Link {...rest} className={buttonStyle(variant, size, className)} />;
}
