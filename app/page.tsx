import type { Route } from "next";
import { redirect } from "next/navigation";
import { pageSession } from "./_edges/actor";
import { menuFor } from "./(console)/_components/menu";

/** The first page that this person may open; everybody may open their profile. */
export default async function Home() {
  const { actor } = await pageSession("console:open");
  const [section] = menuFor(actor);
  redirect((section?.items[0]?.href ?? "/profile") as Route);
}
