import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { listFiles } from "../starter/file-tree.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { hasGit } from "../starter/git.ts";

/** The branch of the repository that holds a phase's starter. */
export function starterBranch(phase: number): string {
  return `starter/${phase}`;
}

/** Fetches the published edition of a starter; the learner's own git repository is not involved. */
export function fetchPublished(address: string, phase: number): Map<string, Buffer> {
  if (!hasGit()) {
    throw new CommandError(exitCodes.environment, "update needs git, which is not installed", [
      "get it at https://git-scm.com",
    ]);
  }
  const { path: folder, remove } = temporaryFolder(tmpdir(), "roadmap-update-");
  try {
    const branch = starterBranch(phase);
    const args = ["clone", "--quiet", "--depth", "1", "--branch", branch, address, "."];
    const git = spawnSync("git", args, {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, GIT_TERMINAL_PROMPT: "0" },
    });
    if (git.status !== 0) {
      throw new CommandError(
        exitCodes.environment,
        `cannot fetch ${branch} from ${address}: ${git.stderr.trim().split("\n").at(-1) ?? ""}`,
      );
    }
    return new Map(
      listFiles(folder, [".git"]).map((file) => [file, readFileSync(join(folder, file))]),
    );
  } finally {
    remove();
  }
}
