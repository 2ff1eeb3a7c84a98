import { stat } from "node:fs/promises";
import { join } from "node:path";
import { exportedFiles, exportFolder } from "../export/export-folder.ts";

/** Writes the exported folder and tells how large its graphs are. */
export async function exportCommand(model: string, out: string): Promise<void> {
  await exportFolder(model, out);
  for (const name of [exportedFiles.float32, exportedFiles.int8]) {
    const { size } = await stat(join(out, name));
    console.log(`${join(out, name)}: ${(size / 1e6).toFixed(1)} MB`);
  }
}
