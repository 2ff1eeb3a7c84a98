import { spawnSync } from "node:child_process";
import { parseJson } from "../phase/json.ts";
import { buildStarter } from "../starter/build.ts";
import { manifestFile, manifestSchema } from "../starter/manifest.ts";
import type { Phase } from "../phase/repository.ts";
import { starterBranch } from "../update/published.ts";
import { fastImport } from "./fast-import.ts";

const author = "The Machine Learning Engineer's Roadmap <starters@localhost>";

/** What became of one phase's branch. */
export interface Published {
  readonly branch: string;
  readonly edition: string;
  /** False where the branch already holds this edition. */
  readonly pushed: boolean;
}

/** Puts a phase's starter on its branch of a remote, as one commit on top of what is there. */
export function publishStarter(root: string, phase: Phase, remote: string, when: Date): Published {
  const branch = starterBranch(phase.id);
  const { files } = buildStarter(root, phase);
  const { edition } = readManifest(files.get(manifestFile)!.toString("utf8"));
  const parent = fetchBranch(root, remote, branch);
  if (parent !== undefined) {
    const before = git(root, ["show", `${parent}:${manifestFile}`]);
    if (before.status === 0 && readManifest(before.stdout).edition === edition) {
      return { branch, edition, pushed: false };
    }
  }
  const ref = `refs/roadmap/${branch}`;
  const source = must(git(root, ["rev-parse", "--short", "HEAD"])).trim();
  const message = `Phase ${phase.id}: ${phase.title}\n\nEdition ${edition}, made from ${source}.\n`;
  const stream = fastImport({ ref, parent, author, when, message, files });
  must(git(root, ["fast-import", "--quiet", "--force", "--done"], stream));
  must(git(root, ["push", "--quiet", remote, `${ref}:refs/heads/${branch}`]));
  must(git(root, ["update-ref", "-d", ref]));
  return { branch, edition, pushed: true };
}

function readManifest(text: string) {
  return parseJson(text, manifestSchema, manifestFile);
}

/** The commit a remote's branch points at, with its content here; undefined where there is none. */
function fetchBranch(root: string, remote: string, branch: string): string | undefined {
  const listed = must(git(root, ["ls-remote", "--heads", remote, `refs/heads/${branch}`]));
  if (listed.trim() === "") return undefined;
  must(
    git(root, ["fetch", "--quiet", "--depth", "1", "--no-tags", remote, `refs/heads/${branch}`]),
  );
  return must(git(root, ["rev-parse", "FETCH_HEAD"])).trim();
}

function git(root: string, args: readonly string[], input?: Buffer) {
  const result = spawnSync("git", args, { cwd: root, input, encoding: "utf8" });
  return { ...result, args };
}

function must({ status, stdout, stderr, args }: ReturnType<typeof git>): string {
  if (status === 0) return stdout;
  throw new Error(`git ${args[0]} failed: ${stderr.trim()}`);
}
