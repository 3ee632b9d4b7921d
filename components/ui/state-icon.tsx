import clsx from "clsx";
import type { ReactNode } from "react";

export type StateShape = "ready" | "busy" | "after_call_work" | "not_ready" | "signed_out";

/** Told apart by shape as much as by colour. Drawn on 16 × 16. */
const drawings: Record<StateShape, { tone: string; drawing: ReactNode }> = {
  ready: {
    tone: "text-ready",
    drawing: (
      <>
        <circle cx="8" cy="8" r="7" fill="currentColor" />
        <path
          d="m4.9 8.3 2.1 2.1 4.1-4.5"
          fill="none"
          stroke="var(--panel)"
          strokeWidth="1.7"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </>
    ),
  },
  busy: {
    tone: "text-busy",
    drawing: (
      <>
        <rect x="1.25" y="1.25" width="13.5" height="13.5" rx="3" fill="currentColor" />
        <path
          d="M5.3 4.1c.5-.3 1-.1 1.2.4l.5 1.2c.2.4.1.8-.2 1.1l-.5.5c.5 1 1.3 1.8 2.4 2.4l.5-.5c.3-.3.7-.4 1.1-.2l1.2.5c.5.2.7.8.4 1.2-.5.9-1.5 1.3-2.5 1C6.7 11 5 9.3 4.3 6.6c-.3-1 .1-2 1-2.5Z"
          fill="var(--panel)"
        />
      </>
    ),
  },
  after_call_work: {
    tone: "text-acw",
    drawing: (
      <path
        d="M7.13 2.3a1 1 0 0 1 1.74 0l5.9 10.4a1 1 0 0 1-.87 1.5H2.1a1 1 0 0 1-.87-1.5Z"
        fill="currentColor"
      />
    ),
  },
  not_ready: {
    tone: "text-notready",
    drawing: (
      <g fill="none" stroke="currentColor" strokeWidth="1.7">
        <circle cx="8" cy="8" r="6.15" />
        <path d="M5.2 8h5.6" strokeLinecap="round" />
      </g>
    ),
  },
  signed_out: {
    tone: "text-ink-3",
    drawing: (
      <circle
        cx="8"
        cy="8"
        r="6.25"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray="2.45 2.45"
      />
    ),
  },
};

type StateIconProps = {
  shape: StateShape;
  /** Its accessible name; leave it out where the state is written beside it. */
  label?: string;
  size?: number;
  className?: string;
};

export function StateIcon({ shape, label, size = 14, className }: StateIconProps) {
  const { tone, drawing } = drawings[shape];
  return (
    <span
      className={clsx("inline-grid shrink-0 place-items-center", tone, className)}
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      <svg aria-hidden="true" viewBox="0 0 16 16" width={size} height={size}>
        {drawing}
      </svg>
    </span>
  );
}
