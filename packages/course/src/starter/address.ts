import { spawnSync } from "node:child_process";

/** The web address of the repository's `origin`, without credentials, or null where it has none. */
export function repositoryAddress(root: string): string | null {
  const git = spawnSync("git", ["remote", "get-url", "origin"], { cwd: root, encoding: "utf8" });
  if (git.status !== 0) return null;
  const address = git.stdout.trim();
  const ssh = /^(?:ssh:\/\/)?git@([^:/]+)[:/](.+)$/.exec(address);
  if (ssh) return `https://${ssh[1]}/${ssh[2]}`;
  return address.startsWith("https://") ? address.replace(/^https:\/\/[^@/]*@/, "https://") : null;
}
