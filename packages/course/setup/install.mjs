// Sets up what is missing on a fresh clone. Plain Node: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const manifest = readFileSync(join(root, "package.json"), "utf8");
/** The pinned package manager, as npx wants it: `pnpm@x.y.z`. */
export const pnpm = JSON.parse(manifest).packageManager.split("+")[0];
const windows = process.platform === "win32";

/** Runs a command in the repository root with its output shown; exits with its code if it fails. */
export function run(command, args, options = {}) {
  // npx is a script on Windows and needs a shell there; the arguments are ours and hold no spaces.
  const shell = windows && command === "npx";
  const result = spawnSync(command, args, { cwd: root, stdio: "inherit", shell, ...options });
  if (result.error) {
    console.error(`Could not start ${command}: ${result.error.message}`);
    process.exit(1);
  }
  if (result.signal) process.exit(130);
  if (result.status !== 0) process.exit(result.status ?? 1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Node.js 20.19 or newer is needed; this is ${process.versions.node}. Get one at https://nodejs.org.`,
  );
  process.exit(1);
}

/** Installs the locked dependencies, once for each state of the lock file. */
export function ensureInstalled() {
  checkNode();
  const lock = readFileSync(join(root, "pnpm-lock.yaml"));
  const wanted = createHash("sha256").update(manifest).update(lock).digest("hex");
  const stamp = join(root, "node_modules", ".ml-roadmap-installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.error(`Installing dependencies with ${pnpm} (once; about a minute)...`);
  run("npx", ["-y", pnpm, "install", "--frozen-lockfile"], {
    // What pnpm says is progress, not a result: keep standard output for the command itself.
    stdio: ["ignore", 2, 2],
  });
  writeFileSync(stamp, wanted);
}

/** Compiles every package and project to `dist`; a second run takes well under a second. */
export function ensureBuilt() {
  run(process.execPath, [join(root, "node_modules", "typescript", "bin", "tsc"), "-b"]);
}
