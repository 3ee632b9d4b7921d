import { ChevronDown } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { ChannelIcon } from "./channel-icon";
import { simulations } from "./simulated";
import type { Work } from "./use-work";

type Name = keyof typeof simulations;

type SimulateMenuProps = { work: Work; variant?: NonNullable<ButtonProps["variant"]>; className?: string };

/** Stands in for a centre that sends work. */
export function SimulateMenu({ work, variant = "secondary", className = "" }: SimulateMenuProps) {
  const t = useTranslations("agent.interaction");
  return (
    <Menu
      trigger={
        <Button variant={variant} className={className}>
          {t("simulate")}
          <ChevronDown aria-hidden className="size-3.5 text-ink-2" />
        </Button>
      }
    >
      {(Object.keys(simulations) as Name[]).map((name) => (
        <MenuItem
          key={name}
          icon={<ChannelIcon {...simulations[name]} />}
          onSelect={() => work.simulate(simulations[name])}
        >
          {t(name)}
        </MenuItem>
      ))}
    </Menu>
  );
}
