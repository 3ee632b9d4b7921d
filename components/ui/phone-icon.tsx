"use client";

import clsx from "clsx";
import { Tooltip } from "./tooltip";

type PhoneIconProps = {
  /** "Mobile app, v2.17.60 (2.62740), iOS 14.8, iPhone 8 Plus": its name and its tooltip. */
  label: string;
  /** Amber, with an exclamation mark: the version is older than it should be. */
  outdated?: boolean;
  size?: number;
};

export function PhoneIcon({ label, outdated = false, size = 26 }: PhoneIconProps) {
  return (
    <Tooltip content={label}>
      <span
        role="img"
        aria-label={label}
        className={clsx("inline-grid shrink-0 place-items-center", outdated ? "text-notready" : "text-ink-2")}
      >
        <svg
          aria-hidden="true"
          viewBox="0 0 26 26"
          width={size}
          height={size}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.7"
        >
          <rect x="7.6" y="3.4" width="10.8" height="19.2" rx="2.6" />
          <path d="M11.6 19.4h2.8" strokeLinecap="round" />
          {outdated && <path d="M13 7.6v4.6m0 2.5v.1" strokeLinecap="round" strokeWidth="1.9" />}
        </svg>
      </span>
    </Tooltip>
  );
}
