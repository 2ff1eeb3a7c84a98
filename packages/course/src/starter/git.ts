import { spawnSync } from "node:child_process";

function git(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
  return spawnSync("git", args, { cwd: folder, encoding: "utf8", env });
}

/** Whether the `git` command is there. */
export function hasGit(): boolean {
  return git(".", ["--version"]).status === 0;
}

/**
 * Makes a folder a git repository with its files as the first commit.
 *
 * @returns what happened, for the learner.
 */
export function initialCommit(folder: string, message: string): "committed" | "no git" | "failed" {
  if (!hasGit()) return "no git";
  const env = { ...process.env };
  // A learner who has not told git a name yet still gets the first commit.
  if (git(folder, ["config", "user.email"]).stdout.trim() === "") {
    const [name, email] = ["Learner", "learner@localhost"];
    Object.assign(env, { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email });
    Object.assign(env, { GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email });
  }
  const steps = [
    ["init", "--quiet", "--initial-branch=main"],
    ["add", "--all"],
    ["commit", "--quiet", "--no-verify", "--no-gpg-sign", "-m", message],
  ];
  return steps.every((args) => git(folder, args, env).status === 0) ? "committed" : "failed";
}
