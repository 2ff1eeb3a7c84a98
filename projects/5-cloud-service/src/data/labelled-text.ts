import { readFile } from "node:fs/promises";
import { z } from "zod";

const line = z.object({
  text: z.string(),
  /** A class's name or number. */
  label: z.union([z.string(), z.number().int()]),
  /** Which kind of example it is. */
  slice: z.string().default("all"),
});

/** An example of a fixed set. */
export interface LabelledText {
  text: string;
  /** The class's number. */
  label: number;
  slice: string;
}

/** Data that cannot be used, and where. */
export class DataError extends Error {
  override name = "DataError";
}

/**
 * Reads JSON lines `{"text": ..., "label": ..., "slice": ...}`; a label is one of `labels` or its number.
 * Throws `DataError` that names the line.
 */
export async function readLabelledTexts(
  path: string,
  labels: readonly string[],
): Promise<LabelledText[]> {
  const content = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new DataError(`${path} cannot be read (${error.code})`);
  });
  const rows = content.split("\n").flatMap((text, i) => (text.trim() ? [{ text, at: i + 1 }] : []));
  if (rows.length === 0) throw new DataError(`${path} has no examples`);
  return rows.map(({ text, at }) => {
    const { label, ...rest } = parseLine(text, `${path}, line ${at}`);
    const number = typeof label === "number" ? label : labels.indexOf(label);
    if (number < 0 || number >= labels.length) {
      throw new DataError(
        `${path}, line ${at}: expected one of ${labels.join(", ")}, found ${label}`,
      );
    }
    return { ...rest, label: number };
  });
}

function parseLine(text: string, where: string): z.infer<typeof line> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new DataError(`${where} is no JSON`);
  }
  const result = line.safeParse(json);
  if (result.success) return result.data;
  const [{ path, message }] = result.error.issues;
  throw new DataError(`${where}: ${path.join(".")}: ${message}`);
}
