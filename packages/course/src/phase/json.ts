import { readFileSync } from "node:fs";
import { z } from "zod";

/** A file that cannot be read as what it should be: which file, what is wrong. */
export class FileFormatError extends Error {
  override name = "FileFormatError";
}

/** Parses JSON text against a schema; `file` names it in errors. */
export function parseJson<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  file: string,
): z.infer<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new FileFormatError(
      `${file} is not valid JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    (issue) => `${issue.path.length > 0 ? `${issue.path.join(".")}: ` : ""}${issue.message}`,
  );
  throw new FileFormatError(`${file}: ${problems.join("; ")}`);
}

/** Reads and validates a JSON file. */
export function readJson<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> {
  return parseJson(readFileSync(file, "utf8"), schema, file);
}
