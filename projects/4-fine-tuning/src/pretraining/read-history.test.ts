import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../data/testing/temporary-folder.ts";
import { readHistory } from "./read-history.ts";

test("readHistory(path, until) leaves out what came after the checkpoint, and needs no file", async () => {
  const path = join(await temporaryFolder(), "history.json");
  expect(await readHistory(path, 100)).toEqual([]);
  const points = [250, 500, 750].map((step) => ({
    step,
    trainLoss: 5,
    validationLoss: 5,
    validationAccuracy: 0.2,
  }));
  await writeFile(path, JSON.stringify(points));
  expect(await readHistory(path, 500)).toEqual(points.slice(0, 2));
});
