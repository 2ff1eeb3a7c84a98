import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readJson } from "../phase/json.ts";

const settingsSchema = z.object({ printWidth: z.number().optional() });

/** A source formatted by the starter's own rules; one that does not parse comes back as it is. */
export async function formatSource(folder: string, file: string, text: string): Promise<string> {
  // Loaded when needed: prettier is the slowest import there is.
  const { format, getFileInfo } = await import("prettier");
  const { inferredParser } = await getFileInfo(file);
  if (inferredParser === null) return text.replace(/[ \t]+$/gm, "");
  const settings = join(folder, ".prettierrc.json");
  const options = existsSync(settings) ? readJson(settings, settingsSchema) : {};
  try {
    return await format(text, { ...options, filepath: file });
  } catch {
    return text;
  }
}
