import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { currentSession } from "../../_edges/actor";
import { textsOf } from "../../_edges/texts";
import { AuthFrame } from "../_components/auth-frame";
import { SignInForm } from "./_components/sign-in-form";

const t = textsOf("sign-in");

export const metadata: Metadata = { title: t("submit") };

const here = "http://here";

/** A path of ours, never another site's address: judged as a browser reads it. */
const Next = z.object({
  next: z
    .string()
    .refine((path) => path.startsWith("/") && URL.canParse(path, here) && new URL(path, here).origin === here)
    .transform((path) => {
      const url = new URL(path, here);
      // Normalised, "/.//other.example" begins with two slashes.
      return `${url.pathname.replace(/^\/+/, "/")}${url.search}`;
    })
    .catch("/"),
});

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { next } = Next.parse(await searchParams);
  if (await currentSession()) redirect(next as "/");

  return (
    <AuthFrame
      title={t("title")}
      below={t.rich("agent-app", {
        link: (words) => (
          <a href="/agent" className="rounded-sm text-accent underline underline-offset-2">
            {words}
          </a>
        ),
      })}
    >
      <SignInForm next={next} />
    </AuthFrame>
  );
}
