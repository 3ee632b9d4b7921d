import { useTranslations } from "use-intl";
import type { InvalidField } from "@/client/rollcall";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type About, appNow, apps, type Defaults, type Detail, detailsOf, withDetails } from "./about";

type AboutFormProps = {
  about: About;
  defaults: Defaults;
  wide: boolean;
  invalid: readonly InvalidField[];
  onChange: (about: About) => void;
  onSubmit: () => void;
};

const shared = ["version", "build", "osName", "osVersion", "device"] as const;
const ofDesktop = [...shared, "browserName", "browserVersion"] as const;

const label = {
  version: "version",
  build: "build",
  osName: "os",
  osVersion: "os-version",
  device: "device",
  browserName: "browser",
  browserVersion: "browser-version",
} as const;

/** Where the gateway's protocol keeps each. */
const paths: Record<Detail, readonly string[]> = {
  version: ["client.version"],
  build: ["client.build"],
  osName: ["client.os", "client.os.name"],
  osVersion: ["client.os.version"],
  device: ["client.device", "client.device.model"],
  browserName: ["client.browser", "client.browser.name"],
  browserVersion: ["client.browser.version"],
};

export function AboutForm({ about, defaults, wide, invalid, onChange, onSubmit }: AboutFormProps) {
  const t = useTranslations("agent.about");
  const app = appNow(about, wide);
  const chosen = detailsOf(about, defaults, app);
  const auto = t("auto", { app: appNow({ ...about, app: "auto" }, wide) });

  function refused(detail: Detail) {
    const message = invalid.find(({ path }) => paths[detail].includes(path))?.message;
    return message && (chosen[detail] ? message : t("missing"));
  }

  return (
    <form
      className="grid grid-cols-1 gap-x-4 gap-y-3.5 min-[22rem]:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Field label={t("app")} className="col-span-full">
        <Select
          value={about.app}
          items={[{ value: "auto", label: auto }, ...apps.map((value) => ({ value, label: value }))]}
          onChange={(next) => onChange({ ...about, app: next })}
        />
      </Field>
      {(app === "Mobile" ? shared : ofDesktop).map((detail) => (
        <Field
          key={detail}
          label={t(label[detail])}
          className={detail === "device" ? "col-span-full" : ""}
          error={refused(detail)}
        >
          <Input
            className="max-md:text-lg"
            value={chosen[detail]}
            onChange={({ target }) =>
              onChange(withDetails(about, defaults, app, { ...chosen, [detail]: target.value }))
            }
          />
        </Field>
      ))}
      {/* Enter in any field saves. */}
      <button type="submit" hidden />
    </form>
  );
}
