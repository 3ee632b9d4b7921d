import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import type { Working } from "./phase";
import type { Work } from "./use-work";

type SignOutProps = {
  working: Working;
  work: Work;
  variant?: NonNullable<ButtonProps["variant"]>;
  className?: string;
};

/** Asks first while the person is on an interaction. */
export function SignOut({ working, work, variant = "secondary", className = "" }: SignOutProps) {
  const t = useTranslations("agent.work");
  const cancel = useTranslations("ui")("cancel");
  const [asking, setAsking] = useState(false);
  const open = working.session.interactions.filter(({ phase }) => phase !== "offered");
  const onCall = open.some(({ channel }) => channel === "voice");

  function signOut() {
    setAsking(false);
    void work.signOut();
  }

  return (
    <>
      <Button
        variant={variant}
        className={className}
        pending={work.leaving}
        onClick={() => (open.length > 0 ? setAsking(true) : signOut())}
      >
        {t("sign-out")}
      </Button>
      <Dialog
        alert
        size="sm"
        open={asking}
        onOpenChange={setAsking}
        title={t(onCall ? "sign-out-on-call" : "sign-out-open")}
        description={t("sign-out-ends")}
        actions={
          <>
            <DialogClose render={<Button className="max-sm:h-11!">{cancel}</Button>} />
            <Button variant="dangerSolid" className="max-sm:h-11!" onClick={signOut}>
              {t("sign-out")}
            </Button>
          </>
        }
      />
    </>
  );
}
