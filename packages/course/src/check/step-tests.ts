import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Step } from "../phase/schema.ts";
import { listFiles } from "../starter/file-tree.ts";

/** The regular expression that a step's tests match: their names open with its id and a blank. */
export function testPattern(steps: readonly Step[]): string {
  return `^(?:${steps.map(({ id }) => id.replace(".", "\\.")).join("|")}) `;
}

/** The absolute paths of the test files that name one of the steps, so that no others are loaded. */
export function testFiles(root: string, steps: readonly Step[]): string[] {
  const source = join(root, "src");
  if (!existsSync(source)) return [];
  const opening = new RegExp(
    `["'\`](?:${steps.map(({ id }) => id.replace(".", "\\.")).join("|")}) `,
  );
  return listFiles(source)
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => join(source, file))
    .filter((file) => opening.test(readFileSync(file, "utf8")));
}
