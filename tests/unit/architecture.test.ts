import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const files = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts", "*.tsx"],
  {
    encoding: "utf8",
  },
)
  .split("\n")
  .filter((file) => file && existsSync(file) && !file.endsWith(".d.ts"));

/** What each folder may import: folders of ours, and never these packages. */
const rules: Record<string, { ours: string[]; never: RegExp }> = {
  app: { ours: ["app", "components", "lib", "client", "messages", "prisma"], never: /^(hono|ws|@hono\/)/ },
  components: { ours: ["components"], never: /^(next-auth|pg|@prisma|hono|ws|@hono\/)/ },
  gateway: { ours: ["gateway", "lib", "messages", "prisma"], never: /^(react|next|next-auth)(\/|$)/ },
  lib: { ours: ["lib", "prisma"], never: /^(react|next|next-auth|hono|ws|@hono\/.*)(\/|$)/ },
  client: { ours: ["client"], never: /./ },
  demo: { ours: ["demo", "lib", "client", "prisma"], never: /^(react|next|next-auth|hono|@hono\/.*)(\/|$)/ },
};

const folderOf = (file: string) => file.split("/")[0] ?? "";

function importsOf(file: string) {
  const source = readFileSync(file, "utf8");
  const found = source.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g);
  return [...found].map(([, target]) => target ?? "");
}

/** The folder of ours that an import leads to; null for a package. */
function ours(file: string, target: string) {
  if (target.startsWith("@/")) return folderOf(target.slice(2));
  if (target.startsWith(".")) return folderOf(path.normalize(path.join(path.dirname(file), target)));
  return null;
}

describe.each(Object.entries(rules))("%s", (folder, rule) => {
  const own = files.filter((file) => folderOf(file) === folder);

  test("imports point one way", () => {
    const wrong = own.flatMap((file) =>
      importsOf(file)
        .filter((target) => {
          const into = ours(file, target);
          return into === null ? rule.never.test(target) : !rule.ours.includes(into);
        })
        .map((target) => `${file} imports ${target}`),
    );
    expect(own.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});

test("only the app's edges read the request", () => {
  const wrong = files.filter(
    (file) =>
      folderOf(file) === "app" &&
      !/^app\/(_edges\/|layout\.tsx$|\(console\)\/layout\.tsx$)/.test(file) &&
      importsOf(file).includes("next/headers"),
  );
  expect(wrong).toEqual([]);
});

test("the client directive stays in leaves", () => {
  const wrong = files.filter(
    (file) =>
      /(^|\/)(page|layout)\.tsx$/.test(file) && /^["']use client["']/m.test(readFileSync(file, "utf8")),
  );
  expect(wrong).toEqual([]);
});

test("no browser loads what is only for the server", () => {
  const islands = files.filter((file) => /^["']use client["']/m.test(readFileSync(file, "utf8")));
  const reached = new Set(islands);
  for (const file of reached) for (const next of valuesFrom(file)) reached.add(next);
  expect(islands.length).toBeGreaterThan(0);
  expect([...reached].filter((file) => /^lib\/(db|env|sessions\/device-names)\.ts$/.test(file))).toEqual([]);
});

/** The files of ours whose values, not only types, a file takes in. */
function valuesFrom(file: string) {
  const source = readFileSync(file, "utf8").replaceAll(/(?:import|export) type [^;]+;/g, "");
  // A browser only gets the addresses of actions.
  if (/^["']use server["']/m.test(source)) return [];
  const targets = [...source.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map(
    ([, target]) => target ?? "",
  );
  return targets.flatMap((target) => {
    if (ours(file, target) === null) return [];
    const base = target.startsWith("@/")
      ? target.slice(2)
      : path.normalize(path.join(path.dirname(file), target));
    return [`${base}.ts`, `${base}.tsx`].filter((name) => files.includes(name));
  });
}

test("file names say what is in them", () => {
  const vague = /(^|\/)(utils?|helpers?|common|misc|types|index)\.tsx?$/;
  expect(files.filter((file) => vague.test(file))).toEqual([]);
});

test("files stay small", () => {
  const long = files
    .filter((file) => readFileSync(file, "utf8").split("\n").length > 250)
    .filter((file) => !file.startsWith("prisma/"));
  expect(long).toEqual([]);
});
