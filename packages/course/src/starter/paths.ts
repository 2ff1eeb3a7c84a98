import { posix } from "node:path";

/** A project's path as the starter has it: what lies outside the project moves to the starter's top. */
export function starterPath(path: string): string {
  return posix.normalize(path).replace(/^(?:\.\.\/)+/, "");
}
