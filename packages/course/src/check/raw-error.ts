import { isAbsolute } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { stripStyle } from "../terminal/style.ts";
import type { Frame, RawError } from "./protocol.ts";

const stackLine =
  /^\s*at (?:(?:async )?(.*?) \()?((?:file:\/\/|\/|[A-Za-z]:[\\/]).*?):(\d+):(\d+)\)?$/;

const errorSchema = z.looseObject({
  name: z.string().catch("Error"),
  message: z.string().catch(""),
  stack: z.string().catch(""),
  expected: z.string().optional().catch(undefined),
  actual: z.string().optional().catch(undefined),
  diff: z.string().optional().catch(undefined),
  cause: z.unknown().optional(),
});

/** Reads an error as vitest serialises it; frames outside of `root` or in `node_modules` are left out. */
export function rawError(error: unknown, root: string): RawError {
  const parsed = errorSchema.safeParse(error);
  if (!parsed.success) return { name: "Error", message: describe(error), frames: [] };
  const { name, message, stack, expected, actual, diff, cause } = parsed.data;
  return {
    name,
    message: stripStyle(message),
    frames: stackFrames(stack, root),
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(diff === undefined ? {} : { diff: stripStyle(diff) }),
    ...(typeof cause === "object" && cause !== null ? { cause: rawError(cause, root) } : {}),
  };
}

function stackFrames(stack: string, root: string): Frame[] {
  const frames: Frame[] = [];
  for (const line of stack.split("\n")) {
    const match = stackLine.exec(line);
    if (!match) continue;
    const [, method = "", place, row, column] = match;
    const file = place.startsWith("file:") ? fileURLToPath(place) : place;
    if (!isAbsolute(file) || !slashed(file).startsWith(`${slashed(root)}/`)) continue;
    if (slashed(file.slice(root.length)).split("/").includes("node_modules")) continue;
    frames.push({ file, line: Number(row), column: Number(column), method });
  }
  return frames;
}

/** A path as every system spells it the same. */
function slashed(path: string): string {
  return path.replaceAll("\\", "/");
}

/** Something thrown that is no error object. */
function describe(thrown: unknown): string {
  return typeof thrown === "string" ? thrown : `threw ${JSON.stringify(thrown) ?? "nothing"}`;
}
