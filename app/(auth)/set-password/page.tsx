import type { Metadata } from "next";
import { textsOf } from "../../_edges/texts";
import { AuthFrame } from "../_components/auth-frame";
import { SetPassword } from "./_components/set-password";

const t = textsOf("set-password");

export const metadata: Metadata = { title: t("title") };

/** Where one-time links lead. What they carry is in the fragment, which the browser alone knows. */
export default function SetPasswordPage() {
  return (
    <AuthFrame title={t("title")}>
      <SetPassword />
    </AuthFrame>
  );
}
