"use client";

import { Failed } from "./_components/failed";

/** Where not even the frame could be made. */
export default function FailedFrame(props: { error: Error; retry: () => void }) {
  return (
    <main className="mx-auto max-w-140 p-6 pt-24">
      <Failed {...props} />
    </main>
  );
}
