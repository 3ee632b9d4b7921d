import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

const everything = { externalTables: [], externalEnums: [] };

/** Prisma's schema engine as WebAssembly: the same engine that its CLI would have to download. */
export async function openSchemaEngine(adapter: SqlMigrationAwareDriverAdapterFactory) {
  await instantiate();
  return bindings.SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
}

/** The SQL that leads from one text of schema.prisma (undefined: none yet) to another. Needs no database. */
export async function diffSchemas(from: string | undefined, to: string) {
  const engine = await openSchemaEngine(noDatabase());
  try {
    const { stdout } = await engine.diff({
      from: from === undefined ? { tag: "empty" } : datamodel(from),
      to: datamodel(to),
      script: true,
      exitCode: null,
      filters: everything,
    });
    return stdout ?? "";
  } finally {
    engine.free();
  }
}

function datamodel(content: string) {
  return { tag: "schemaDatamodel" as const, files: [{ path: "schema.prisma", content }] };
}

/** The engine insists on a connection; a diff of two schemas needs no more of it than this version. */
function noDatabase(): SqlMigrationAwareDriverAdapterFactory {
  const answer = {
    columnNames: ["exists", "version", "numeric_version"],
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, "PostgreSQL 15", 150000]],
  };
  const adapter: SqlDriverAdapter = {
    provider: "postgres",
    adapterName: "none",
    queryRaw: () => Promise.resolve(answer),
    executeRaw: () => Promise.resolve(0),
    executeScript: () => Promise.resolve(),
    startTransaction: () => Promise.reject(new Error("no database")),
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: false }),
    dispose: () => Promise.resolve(),
  };
  const connect = () => Promise.resolve(adapter);
  return { provider: "postgres", adapterName: "none", connect, connectToShadowDb: connect };
}

let instantiated: Promise<void> | undefined;

function instantiate() {
  instantiated ??= (async () => {
    const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const wasm = await readFile(path.join(path.dirname(entry), "schema_engine_bg.wasm"));
    const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": { ...bindings } });
    bindings.__wbg_set_wasm(instance.exports);
    const { __wbindgen_start: begin } = instance.exports;
    if (typeof begin === "function") begin();
  })();
  return instantiated;
}
