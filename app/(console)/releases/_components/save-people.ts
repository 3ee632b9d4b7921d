"use client";

import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { saveFile } from "@/components/ui/save-file";
import { useToast } from "@/components/ui/toast";
import { recordFile } from "../actions";
import type { ListedPeople } from "./listed-people";

/** Hands a list to the reader as a file for a spreadsheet, with the columns of which it says something. */
export function useSavePeople() {
  const t = useTranslations("release.people");
  const problem = useTranslations("problem");
  const toast = useToast();
  return async ({ subject, items: people }: ListedPeople, title: string) => {
    const recorded = await reached(recordFile({ subject, list: title, people: people.length }));
    if (!recorded.ok) return toast({ title: problem(recorded.code), tone: "danger" });
    const cells = people.map(({ name, username, team, app, device, now }) => ({
      ...{ name, username, team, app, device },
      session: now === null ? "" : t(now.signedIn ? "signed-in" : "signed-out"),
      until: now?.signOutAt ?? "",
    }));
    const columns = (["name", "username", "team", "app", "device", "session", "until"] as const).filter(
      (column) => cells.some((row) => row[column] !== ""),
    );
    // What writes the file is needed by those alone who want one.
    const { csvContent } = await import("@/lib/csv");
    const rows = [
      columns.map((column) => t(`column.${column}`)),
      ...cells.map((row) => columns.map((column) => row[column])),
    ];
    saveFile(new Blob([csvContent(rows)], { type: "text/csv" }), `${fileName(title)}.csv`);
  };
}

const fileName = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}.]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
