"use client";

import { Menu as Base } from "@base-ui/react/menu";
import clsx from "clsx";
import { Check } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { Link } from "./link";
import { useOverlayPlace } from "./overlay-place";

const itemStyle =
  "flex w-full cursor-default select-none items-center gap-2 rounded-md px-2 py-1 text-left outline-none data-disabled:text-ink-3 data-highlighted:bg-chip pointer-coarse:py-2.5 [&_svg]:size-3.5 [&_svg]:shrink-0";

type MenuProps = {
  /** A Button with a name of its own. */
  trigger: ReactElement;
  children: ReactNode;
  side?: "top" | "bottom" | "left" | "right";
  align?: "start" | "center" | "end";
};

export function Menu({ trigger, children, side = "bottom", align = "end" }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal container={useOverlayPlace()}>
        <Base.Positioner side={side} align={align} sideOffset={4} className="z-50 outline-none">
          <Base.Popup className="pop max-h-(--available-height) min-w-[max(11rem,var(--anchor-width))] overflow-y-auto rounded-lg bg-raised p-1 shadow-pop outline-none">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type MenuItemProps = {
  children: ReactNode;
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  href?: string;
  onSelect?: () => void;
};

export function MenuItem({ children, icon, danger, disabled = false, href, onSelect }: MenuItemProps) {
  const className = clsx(itemStyle, danger && "text-danger data-highlighted:bg-danger-soft");
  const content = (
    <>
      {icon}
      {children}
    </>
  );
  if (href !== undefined) {
    return (
      <Base.LinkItem closeOnClick render={<Link href={href} />} className={className}>
        {content}
      </Base.LinkItem>
    );
  }
  return (
    <Base.Item disabled={disabled} onClick={() => onSelect?.()} className={className}>
      {content}
    </Base.Item>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-line" />;
}

type MenuChoiceProps<V extends string> = {
  label: string;
  value: V;
  options: readonly { value: V; label: ReactNode; icon?: ReactNode }[];
  onChange: (value: V) => void;
  /** For what takes the reader elsewhere: the menu is done with. */
  closes?: boolean;
};

/** One of several, the current one ticked. */
export function MenuChoice<V extends string>(props: MenuChoiceProps<V>) {
  const { label, value, options, onChange, closes = false } = props;
  return (
    <Base.RadioGroup value={value} onValueChange={onChange}>
      <Base.GroupLabel className="px-2 pt-1.5 pb-0.5 text-2xs text-ink-3">{label}</Base.GroupLabel>
      {options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} closeOnClick={closes} className={itemStyle}>
          {option.icon}
          <span className="flex-1">{option.label}</span>
          <Base.RadioItemIndicator className="text-accent">
            <Check aria-hidden />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

type MenuTicksProps = {
  label: string;
  options: readonly { value: string; label: ReactNode; ticked: boolean }[];
  onToggle: (value: string) => void;
};

/** Any of several; the menu stays open for the next. */
export function MenuTicks({ label, options, onToggle }: MenuTicksProps) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-0.5 text-2xs text-ink-3">{label}</Base.GroupLabel>
      {options.map(({ value, label: text, ticked }) => (
        <Base.CheckboxItem
          key={value}
          checked={ticked}
          closeOnClick={false}
          onCheckedChange={() => onToggle(value)}
          className={itemStyle}
        >
          <span className="flex-1">{text}</span>
          <Base.CheckboxItemIndicator className="text-accent">
            <Check aria-hidden />
          </Base.CheckboxItemIndicator>
        </Base.CheckboxItem>
      ))}
    </Base.Group>
  );
}
