// The one command: `npm start`, `npm test` and the others come here. It runs on a fresh clone, before anything is
// installed, so it is plain JavaScript without dependencies.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [given = "start", ...rest] = process.argv.slice(2);
const program = given === "dev" ? "start" : given;

process.chdir(root);
requireNode(20, 19);
if (!/^[a-z-]+$/.test(program) || !existsSync(`scripts/${program}.ts`))
  stop(`There is no command "${given}".`);
install();
generate();
process.argv = [
  process.execPath,
  path.join(root, "scripts", `${program}.ts`),
  ...(given === "dev" ? ["--dev"] : []),
  ...rest,
];
const { register } = await import("tsx/esm/api");
register();
await import(pathToFileURL(process.argv[1]).href);

/**
 * @param {number} major
 * @param {number} minor
 */
function requireNode(major, minor) {
  const [has = 0, hasMinor = 0] = process.versions.node.split(".").map(Number);
  if (has > major || (has === major && hasMinor >= minor)) return;
  stop(`Rollcall needs Node ${major}.${minor} or newer; this is Node ${process.versions.node}.`);
}

/** Installs the packages of package-lock.json unless exactly these are there. */
function install() {
  if (isInstalled()) return;
  tell("Installing packages…");
  // Not `npm ci`: that refuses a lock file written where the registry lacks another platform's packages.
  const args = ["install", "--no-save", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const viaNpm = process.env.npm_execpath?.endsWith("npm-cli.js");
  const [command, prefix] = viaNpm ? [process.execPath, [process.env.npm_execpath ?? ""]] : ["npm", []];
  const shell = !viaNpm && process.platform === "win32";
  const { status, error } = spawnSync(command, [...prefix, ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    env: offlinePrisma(),
    shell,
  });
  if (error) stop(`npm could not be run: ${error.message}`);
  if (status !== 0) stop("Installing the packages failed; npm says why above.");
}

/** npm writes the hidden lock file last, so a broken installation never looks complete. */
function isInstalled() {
  const wanted = packagesOf("package-lock.json");
  const present = packagesOf("node_modules/.package-lock.json");
  return Object.entries(wanted).every(([name, { version, optional, dev, link }]) => {
    if (name === "" || link) return true;
    const found = present[name];
    if (found) return found.version === version;
    return optional || (dev && process.env.NODE_ENV === "production");
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, dev?: boolean, link?: boolean }>}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

/** Generates the database client when the schema or Prisma has changed. */
function generate() {
  const stamp = "prisma/generated/.made-from";
  const cli = "node_modules/prisma/build/index.js";
  if (!existsSync(cli) && existsSync(stamp)) return;
  const madeFrom = createHash("sha256")
    .update(readFileSync("prisma/schema.prisma"))
    .update(readFileSync("node_modules/@prisma/client/package.json"))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === madeFrom) return;
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "generate"], {
    env: offlinePrisma(),
    encoding: "utf8",
  });
  if (status !== 0) stop(`Generating the database client failed:\n${stdout}${stderr}`);
  // What TypeScript remembers of the former client shows errors that are none.
  rmSync("tsconfig.tsbuildinfo", { force: true });
  writeFileSync(stamp, madeFrom);
}

/** Neither installing nor generating needs the engine that Prisma would download: any program will do in its place. */
function offlinePrisma() {
  return {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
}

/** @param {string} line */
function tell(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * @param {string} message
 * @returns {never}
 */
function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
