"use client";

import { Tooltip } from "./tooltip";

type DesktopIconProps = {
  /** "Agent Desktop v5.24.99, Windows 11, Chrome 126": its name and its tooltip. */
  label: string;
  size?: number;
};

/** The counterpart of the phone icon, drawn on the same square. */
export function DesktopIcon({ label, size = 26 }: DesktopIconProps) {
  return (
    <Tooltip content={label}>
      <span role="img" aria-label={label} className="inline-grid shrink-0 place-items-center text-ink-3">
        <svg
          aria-hidden="true"
          viewBox="0 0 26 26"
          width={size}
          height={size}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.7"
        >
          <rect x="3.6" y="5" width="18.8" height="12.6" rx="2.2" />
          <path d="M9.4 21.4h7.2M13 17.8v3.4" strokeLinecap="round" />
        </svg>
      </span>
    </Tooltip>
  );
}
