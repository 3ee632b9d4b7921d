import clsx from "clsx";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger" | "dangerSolid";
export type ButtonSize = "sm" | "md" | "icon" | "iconSm";

const base =
  "relative inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-default";

const sizes: Record<ButtonSize, string> = {
  sm: "h-6 px-2 text-xs pointer-coarse:h-9",
  md: "h-7 px-2.5 pointer-coarse:h-9",
  icon: "size-7 pointer-coarse:size-9",
  iconSm: "size-6 pointer-coarse:size-9",
};

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-accent-ink shadow-xs hover:bg-accent-hover",
  secondary: "border-line-strong bg-raised text-ink shadow-xs hover:bg-chip data-popup-open:bg-chip",
  ghost: "border-transparent text-ink-2 hover:bg-chip hover:text-ink data-popup-open:bg-chip",
  danger: "border-danger/60 bg-raised text-danger shadow-xs hover:border-danger hover:bg-danger-soft",
  dangerSolid: "border-transparent bg-danger text-danger-ink shadow-xs hover:bg-danger-hover",
};

export function buttonStyle(
  variant: ButtonVariant = "secondary",
  size: ButtonSize = "md",
  className?: string,
) {
  return clsx(base, sizes[size], variants[variant], className);
}
