import { spawnSync } from "node:child_process";
import { statfsSync } from "node:fs";
import { freemem, totalmem } from "node:os";
import type { Finding } from "./finding.ts";

const gigabyte = 1024 ** 3;

/** Node's version against the oldest that works. */
export function checkNode(version = process.versions.node): Finding {
  const [major, minor] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) {
    return { name: "Node.js", state: "ok", found: version };
  }
  const fix = "get 20.19 or newer at https://nodejs.org";
  return { name: "Node.js", state: "missing", found: version, fix };
}

/** Memory in all and at hand. */
export function checkMemory(total = totalmem(), free = freemem()): Finding {
  const amount = (bytes: number) => `${(bytes / gigabyte).toFixed(1)} GB`;
  const found = `${amount(total)}, ${amount(free)} free`;
  // The largest step, fine-tuning a small transformer, peaks at 1.2 GB.
  if (total >= 3.5 * gigabyte) return { name: "memory", state: "ok", found };
  const fix = "4 GB are enough for every phase; phases 1 to 3 run with less";
  return { name: "memory", state: "warning", found, fix };
}

/** Space on the disk that holds a folder. */
export function checkDisk(folder: string): Finding {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const found = `${(free / gigabyte).toFixed(1)} GB free`;
  if (free >= 2 * gigabyte) return { name: "disk", state: "ok", found };
  return { name: "disk", state: "warning", found, fix: "2 GB are enough for packages and data" };
}

/** A command by its version. */
export function checkCommand(
  name: string,
  args: readonly string[],
  fix: string,
  state: "warning" | "missing" = "warning",
): Finding {
  // npm and pnpm are scripts on Windows, which need a shell; the arguments are ours.
  const shell = process.platform === "win32";
  const { status, stdout } = spawnSync(name, args, { encoding: "utf8", shell, timeout: 10_000 });
  if (status === 0) return { name, state: "ok", found: stdout.trim().split("\n")[0] };
  return { name, state, found: "not found", fix };
}
