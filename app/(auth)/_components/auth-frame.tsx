import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

type Props = { title: string; children: ReactNode; below?: ReactNode };

/** A narrow card under the name of the product: for who is not signed in. */
export function AuthFrame({ title, children, below }: Props) {
  return (
    <main className="grid min-h-dvh place-items-center bg-bg p-4">
      <div className="w-full max-w-86">
        <p className="mb-5 flex items-center justify-center gap-2.5 font-semibold text-lg">
          <span
            aria-hidden
            className="grid size-6 place-items-center rounded-md bg-accent font-bold text-accent-ink text-xs"
          >
            R
          </span>
          Rollcall
        </p>
        <Card className="p-6">
          <h1 className="mb-4 font-semibold text-lg">{title}</h1>
          {children}
        </Card>
        {below && <p className="mt-4 text-center text-ink-2">{below}</p>}
      </div>
    </main>
  );
}
