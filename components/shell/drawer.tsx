"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Menu as MenuGlyph, X } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useState } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import { OverlaysInDialog } from "@/components/ui/overlay-place";

/** The menu at tablet widths. Following a link closes it. */
export function Drawer({
  label,
  closeLabel,
  children,
}: {
  label: string;
  closeLabel: string;
  children: ReactNode;
}) {
  const path = usePathname();
  const [openAt, setOpenAt] = useState<string | null>(null);

  return (
    <Dialog.Root open={openAt === path} onOpenChange={(open) => setOpenAt(open ? path : null)}>
      <Dialog.Trigger aria-label={label} className={buttonStyle("ghost", "icon", "-ml-1.5 lg:hidden")}>
        <MenuGlyph aria-hidden className="size-4.5" />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-backdrop transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0 lg:hidden" />
        <Dialog.Popup className="fixed inset-y-0 left-0 z-40 w-64 bg-sunken shadow-pop outline-none transition-transform duration-150 data-ending-style:-translate-x-full data-starting-style:-translate-x-full lg:hidden">
          <Dialog.Title className="sr-only">{label}</Dialog.Title>
          <span className="absolute top-3 right-2">
            <Dialog.Close aria-label={closeLabel} className={buttonStyle("ghost", "icon")}>
              <X aria-hidden className="size-4" />
            </Dialog.Close>
          </span>
          <OverlaysInDialog>{children}</OverlaysInDialog>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
