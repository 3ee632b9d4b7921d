import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { Combobox } from "@/components/ui/combobox";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { SettingKey } from "@/lib/settings/schema";
import { kinds, mayBeNone } from "./catalogue";

type ControlProps = {
  setting: SettingKey;
  text: string;
  disabled: boolean;
  onChange: (text: string) => void;
  /** The entry is done. */
  onLeave: () => void;
};

export function SettingControl({ setting, text, disabled, onChange, onLeave }: ControlProps) {
  const t = useTranslations("settings");
  const kind = kinds[setting];
  const zones = useMemo(() => (kind.kind === "zone" ? timeZones() : []), [kind.kind]);

  switch (kind.kind) {
    case "zone":
      return (
        <Combobox
          items={zones}
          value={text}
          onChange={onChange}
          searchLabel={t("zone-search")}
          noMatch={t("zone-none")}
          disabled={disabled}
        />
      );
    case "choice":
      return (
        <Select
          items={kind.options.map((value) => ({ value, label: t(`choice.${value}`) }))}
          value={kind.options.find((value) => value === text) ?? kind.options[0] ?? "warn"}
          onChange={onChange}
          disabled={disabled}
        />
      );
    default:
      return (
        <Input
          name={setting}
          value={text}
          disabled={disabled}
          autoComplete="off"
          spellCheck={false}
          {...(kind.kind === "count" && { inputMode: "numeric" })}
          {...(mayBeNone(setting) && { placeholder: t("none") })}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onLeave}
          className="num"
        />
      );
  }
}

const timeZones = () =>
  [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])].map((value) => ({
    value,
    label: value.replaceAll("_", " "),
  }));
