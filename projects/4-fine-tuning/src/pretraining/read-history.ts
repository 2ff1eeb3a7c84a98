import { readFile } from "node:fs/promises";
import type { PretrainPoint } from "./pretrain.ts";

/** The points of a `history.json` up to a step; none where a training was stopped before its first evaluation wrote the file. */
export async function readHistory(path: string, until: number): Promise<PretrainPoint[]> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "[]";
    throw error;
  });
  const points: PretrainPoint[] = JSON.parse(text);
  return points.filter(({ step }) => step <= until);
}
