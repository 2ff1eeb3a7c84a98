import { createRequire } from "node:module";
import { join } from "node:path";
import { CommandError, exitCodes } from "../exit-codes.ts";

/** Throws when the starter's dependencies are not installed, and says how to get them. */
export function requireInstall(root: string): void {
  try {
    createRequire(join(root, "package.json")).resolve("vitest/package.json");
  } catch {
    throw new CommandError(exitCodes.environment, `${root} has no dependencies installed yet`, [
      "npm install     (or: pnpm install)",
    ]);
  }
}
