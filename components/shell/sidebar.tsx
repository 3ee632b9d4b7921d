import { ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Link } from "@/components/ui/link";
import { Menu } from "@/components/ui/menu";
import { Nav, type NavSection } from "./nav";

type SidebarProps = {
  brand: string;
  /** Where the brand leads. */
  home: string;
  /** Name of the navigation for assistive technology. */
  label: string;
  sections: readonly NavSection[];
  who: { name: string; role: string };
  /** Items of the menu under the name: theme, sign out. */
  menu: ReactNode;
};

export function Sidebar({ brand, home, label, sections, who, menu }: SidebarProps) {
  return (
    <div className="flex h-full flex-col">
      <Link
        href={home}
        className="mx-2 mt-2.5 mb-1.5 flex h-9 items-center gap-2 rounded-md px-2.5 font-semibold text-md"
      >
        <span
          aria-hidden
          className="grid size-4.5 place-items-center rounded-sm bg-accent font-bold text-2xs text-accent-ink"
        >
          {brand.slice(0, 1)}
        </span>
        {brand}
      </Link>
      <Nav label={label} sections={sections} />
      <div className="border-line border-t p-2">
        <Menu side="top" align="start" trigger={<WhoButton {...who} />}>
          {menu}
        </Menu>
      </div>
    </div>
  );
}

function WhoButton({ name, role, ...rest }: { name: string; role: string }) {
  return (
    <button
      type="button"
      {...rest}
      className="flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left transition-colors hover:bg-chip data-popup-open:bg-chip"
    >
      <Avatar name={name} size="md" />
      <span className="min-w-0 flex-1 leading-4">
        <span className="block truncate font-medium">{name}</span>
        <span className="block truncate text-2xs text-ink-3">{role}</span>
      </span>
      <ChevronsUpDown aria-hidden className="size-3.5 text-ink-3" />
    </button>
  );
}
