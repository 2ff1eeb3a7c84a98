import { existsSync } from "node:fs";
import { join } from "node:path";
import { startDemo } from "../demo/server.ts";
import { exportedFiles } from "../export/export-folder.ts";

/** Serves the page that runs an exported model in the browser, until the signal comes. */
export async function demo(
  model: string,
  { title, port, signal }: { title: string; port: number; signal: AbortSignal },
): Promise<void> {
  if (!existsSync(join(model, exportedFiles.int8))) {
    throw new Error(
      `${join(model, exportedFiles.int8)} is not there: write it with export --model <folder> --out ${model}`,
    );
  }
  const page = await startDemo(model, title, port);
  console.log(`Open ${page.url} (Ctrl-C ends it)`);
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  await page.close();
}
