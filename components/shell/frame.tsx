import type { ReactNode } from "react";
import { Overlays } from "@/components/ui/overlay-place";
import { Drawer } from "./drawer";

type FrameProps = {
  sidebar: ReactNode;
  topbar: ReactNode;
  /** "Skip to content", "Menu", "Close menu" */
  labels: { skip: string; menu: string; closeMenu: string };
  children: ReactNode;
};

/** Menu at the left (in a drawer below 1024 px), place and search on top, the page under it. */
export function Frame({ sidebar, topbar, labels, children }: FrameProps) {
  return (
    <div className="min-h-dvh bg-bg print:block lg:grid lg:grid-cols-[216px_minmax(0,1fr)]">
      <a
        href="#content"
        className="-translate-y-16 fixed top-2 left-2 z-50 rounded-md bg-accent px-3 py-1.5 font-medium text-accent-ink focus:translate-y-0 print:hidden"
      >
        {labels.skip}
      </a>
      <aside className="sticky top-0 h-dvh border-line border-r bg-sunken max-lg:hidden print:hidden">
        {sidebar}
      </aside>
      <div className="flex min-h-dvh min-w-0 flex-col">
        <header className="sticky top-0 z-30 flex h-11.5 shrink-0 items-center gap-2 border-line border-b bg-bg px-4 print:hidden pointer-coarse:h-14 lg:px-6">
          <Drawer label={labels.menu} closeLabel={labels.closeMenu}>
            {sidebar}
          </Drawer>
          {topbar}
        </header>
        <main id="content" tabIndex={-1} className="flex-1 outline-none">
          <div className="mx-auto flex w-full max-w-[112rem] flex-col gap-4 p-4 lg:px-6 lg:py-5.5">
            {children}
          </div>
          <Overlays />
        </main>
      </div>
    </div>
  );
}
