import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDemo, type Demo } from "../demo/server.ts";
import { loadClassifier } from "../folder/text-classifier.ts";
import { missing, tunedModel, type TunedModel } from "./tuned-model.ts";

const executable = [
  process.env["CHROMIUM_PATH"] ?? "",
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
].find((path) => existsSync(path));
const reason = missing ?? (executable ? undefined : "no browser; set CHROMIUM_PATH");

describe.skipIf(reason)(`the demo in Chromium${reason ? ` (skipped: ${reason})` : ""}`, () => {
  let [model, page, browser]: [TunedModel?, Demo?, Browser?] = [];
  beforeAll(async () => {
    model = await tunedModel();
    page = await startDemo(model.exported, "What a review says");
    browser = await chromium.launch({ executablePath: executable!, args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser?.close();
    await page?.close();
    await model?.remove();
  });

  test("answers as the 8-bit model does in Node, and asks nobody else", async () => {
    const faults: string[] = [];
    const tab = await browser!.newPage({ viewport: { width: 390, height: 800 } });
    tab.on("pageerror", (error) => faults.push(error.message));
    tab.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    tab.on("request", (request) => {
      if (!request.url().startsWith(page!.url) && !/^(data|blob):/.test(request.url())) {
        faults.push(`asks ${request.url()}`);
      }
    });
    await tab.goto(page!.url);
    await tab.waitForSelector("html[data-ready]", { state: "attached", timeout: 300_000 });
    const text = "The soup was cold and the waiter could not have cared less.";
    await tab.fill("#text", text);
    const row = tab.locator('[data-label="positive"]');
    const classifier = await loadClassifier(model!.folder, { precision: "int8" });
    const [, positive] = await classifier.predict([{ text }]);
    await classifier.close();
    await expect
      .poll(async () => Number(await row.getAttribute("data-score")), { timeout: 60_000 })
      .toBeCloseTo(positive, 1);
    expect(await tab.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    expect(faults).toEqual([]);
  });
});
