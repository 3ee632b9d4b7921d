import clsx from "clsx";
import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { useTranslations } from "use-intl";
import type { AgentState } from "@/client/rollcall";
import { StateIcon } from "@/components/ui/state-icon";
import { toneOf } from "./tone";

type StateButtonProps = ComponentProps<"button"> & {
  state: AgentState;
  current: boolean;
  /** Waits for the gateway. */
  pending: boolean;
};

export function StateButton({ state, current, pending, className, ...rest }: StateButtonProps) {
  const name = useTranslations("state");
  return (
    <button
      type="button"
      aria-pressed={current}
      aria-busy={pending}
      {...rest}
      className={clsx(
        toneOf[state],
        "flex min-h-18 select-none items-center gap-3 rounded-xl border px-3.5 text-left font-medium text-md transition-colors duration-100 active:translate-y-px",
        current
          ? "border-(--tone) bg-[color-mix(in_srgb,var(--tone)_12%,var(--panel))] shadow-[inset_0_0_0_1px_var(--tone)]"
          : "border-line-strong bg-panel shadow-xs hover:border-(--tone) hover:bg-hover",
        className,
      )}
    >
      {pending ? (
        <LoaderCircle aria-hidden className="size-5.5 shrink-0 animate-spin text-(--tone)" />
      ) : (
        <StateIcon shape={state} size={22} />
      )}
      <span className="min-w-0 leading-5">{name(state)}</span>
    </button>
  );
}
