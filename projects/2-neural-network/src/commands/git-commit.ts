import { spawnSync } from "node:child_process";

/** The commit of the source that runs, or null outside a git checkout. */
export function gitCommit(): string | null {
  const { status, stdout } = spawnSync("git", ["rev-parse", "HEAD"], {
    cwd: import.meta.dirname,
    encoding: "utf8",
  });
  return status === 0 ? stdout.trim() : null;
}
