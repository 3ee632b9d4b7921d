import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { Card } from "@/components/ui/card";
import { currentSession } from "../../_edges/actor";
import { textsOf } from "../../_edges/texts";
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
    <main className="grid min-h-dvh place-items-center bg-bg p-4">
      <div className="w-full max-w-86">
        <p className="mb-5 flex items-center justify-center gap-2.5 font-semibold text-lg">
          <span
            aria-hidden
            className="grid size-6 place-items-center rounded-md bg-accent font-bold text-accent-ink text-xs"
          >
            R
          </span>
          Rollcall
        </p>
        <Card className="p-6">
          <h1 className="mb-4 font-semibold text-lg">{t("title")}</h1>
          <SignInForm next={next} />
        </Card>
        <p className="mt-4 text-center text-ink-2">
          {t.rich("agent-app", {
            link: (words) => (
              <a href="/agent" className="rounded-sm text-accent underline underline-offset-2">
                {words}
              </a>
            ),
          })}
        </p>
      </div>
    </main>
  );
}
