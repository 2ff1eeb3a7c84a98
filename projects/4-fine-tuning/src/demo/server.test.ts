import { writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../data/testing/temporary-folder.ts";
import { startDemo } from "./server.ts";

test("startDemo(folder) serves the folder's files, however the folder is written, and survives bad requests", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "config.json"), "{}");
  for (const written of [folder, `${folder}${sep}`, relative(".", folder)]) {
    const demo = await startDemo(written, "a title");
    onTestFinished(() => demo.close());
    const status = async (path: string) => (await fetch(`${demo.url}${path}`)).status;
    expect(await status("%")).toBe(400);
    expect(await status("model/config.json")).toBe(200);
    expect(await status("model/%2e%2e%2fconfig.json")).toBe(404);
    expect(await status("other/config.json")).toBe(404);
    expect(await (await fetch(demo.url)).text()).toContain("<h1>a title</h1>");
  }
});
