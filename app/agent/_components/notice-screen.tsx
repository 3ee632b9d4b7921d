import type { ReactNode } from "react";
import { Brand } from "./brand";
import { useArrivalFocus } from "./use-arrival-focus";

type NoticeScreenProps = {
  icon: ReactNode;
  title: string;
  children: ReactNode;
  action: ReactNode;
};

/** One message over the whole screen, read out at once, and the way on. */
export function NoticeScreen({ icon, title, children, action }: NoticeScreenProps) {
  const arrival = useArrivalFocus();

  return (
    <main className="flex min-h-dvh flex-col items-center px-[max(1.5rem,env(safe-area-inset-left))] pt-[max(1.5rem,env(safe-area-inset-top))] pb-[max(1.5rem,env(safe-area-inset-bottom))]">
      <Brand />
      <div className="my-auto flex w-full max-w-sm flex-col items-center py-10 text-center">
        <span
          aria-hidden
          className="mb-6 grid size-18 place-items-center rounded-full border border-line bg-panel text-ink-2 shadow-card [&_svg]:size-7"
        >
          {icon}
        </span>
        <h1 {...arrival} className="font-semibold text-2xl outline-none">
          {title}
        </h1>
        <div
          role="alert"
          className="mt-3 flex flex-col gap-1.5 text-balance text-lg [overflow-wrap:anywhere]"
        >
          {children}
        </div>
        <div className="mt-8 w-full">{action}</div>
      </div>
    </main>
  );
}
