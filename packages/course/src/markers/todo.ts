import { posix } from "node:path";

/** Where the starter's `Todo` stands, from the starter's top folder. */
export const todoFile = "src/todo.ts";

/** The starter's `src/todo.ts`. */
export const todoSource = `/** Thrown where your code is still missing; the message names the step. */
export class Todo extends Error {
  override name = "Todo";
}
`;

/** The import of `Todo` for a file of the starter. */
export function todoImport(file: string): string {
  const path = posix.relative(posix.dirname(file), todoFile);
  return `import { Todo } from "${path.startsWith(".") ? path : `./${path}`}";`;
}
