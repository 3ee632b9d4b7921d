import { useState } from "react";
import { useTranslations } from "use-intl";
import type { InvalidField } from "@/client/rollcall";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { type About, appNow, type Defaults, detailsOf, readAbout, writeAbout } from "./about";
import { AboutForm } from "./about-form";

type AboutDialogProps = {
  about: About;
  defaults: Defaults;
  wide: boolean;
  invalid: readonly InvalidField[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onSave: (about: About) => void;
};

/** What the app will report; opens with what is saved and keeps nothing until Save. */
export function AboutDialog({ open, onOpenChange, onSave, about, ...form }: AboutDialogProps) {
  const t = useTranslations("agent.about");
  const close = useTranslations("ui")("close");
  const [draft, setDraft] = useState(about);
  const [missing, setMissing] = useState<InvalidField[]>([]);

  function change(next: boolean) {
    if (next) setDraft(readAbout());
    setMissing([]);
    onOpenChange(next);
  }

  function save() {
    const found = missingIn(draft, form.defaults, form.wide);
    setMissing(found);
    if (found.length > 0) return;
    writeAbout(draft);
    onSave(draft);
    onOpenChange(false);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={
        <Button variant="ghost" className="-mx-2.5 max-md:h-11!">
          {t("title")}
        </Button>
      }
      title={t("title")}
      description={t("edit-text")}
      closeLabel={close}
      actions={
        <>
          <Button className="max-sm:h-11! sm:mr-auto" onClick={() => setDraft(withoutChanges)}>
            {t("reset")}
          </Button>
          <Button variant="primary" className="max-sm:h-11!" onClick={save}>
            {t("save")}
          </Button>
        </>
      }
    >
      <AboutForm
        {...form}
        invalid={[...missing, ...form.invalid]}
        about={draft}
        onChange={setDraft}
        onSubmit={save}
      />
    </Dialog>
  );
}

/** What no sign-in goes without. */
function missingIn(about: About, defaults: Defaults, wide: boolean): InvalidField[] {
  const app = appNow(about, wide);
  const { version, osName } = detailsOf(about, defaults, app);
  const paths = [!version.trim() && "client.version", app === "Mobile" && !osName.trim() && "client.os"];
  return paths.filter((path) => path !== false).map((path) => ({ path, message: "is required" }));
}

/** The installations stay the same: their ids are no default. */
function withoutChanges({ own }: About): About {
  return {
    app: "auto",
    own: {
      Mobile: { ...own.Mobile, changed: {} },
      "Agent Desktop": { ...own["Agent Desktop"], changed: {} },
    },
  };
}
