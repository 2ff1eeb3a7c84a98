import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildReport } from "./build-report.ts";
import { sampleResults } from "./testing/sample-results.ts";

const chromiumPath = [
  process.env["CHROMIUM_PATH"] ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path !== "" && existsSync(path));

describe.skipIf(chromiumPath === undefined)(
  "report.html in a browser (skipped without Chromium; CHROMIUM_PATH names one)",
  () => {
    let browser: Browser;
    let folder: string;
    beforeAll(async () => {
      const args = ["--no-sandbox", "--disable-gpu"];
      browser = await chromium.launch({ executablePath: chromiumPath ?? "", args });
      folder = await mkdtemp(join(tmpdir(), "ml-roadmap-report-"));
      const page = buildReport(await sampleResults("classes"));
      await writeFile(join(folder, "report.html"), page);
    });
    afterAll(async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    });

    for (const colorScheme of ["light", "dark"] as const) {
      for (const width of [390, 1280]) {
        test(`is whole and quiet, ${colorScheme}, ${width} px wide`, async () => {
          const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
          const noise: string[] = [];
          page.on("console", (message) => noise.push(message.text()));
          page.on("pageerror", (error) => noise.push(error.message));
          page.on("request", (request) => {
            if (/^https?:/u.test(request.url())) noise.push(request.url());
          });
          await page.goto(pathToFileURL(join(folder, "report.html")).href);
          expect(noise).toEqual([]);
          expect(await page.locator("h2").allTextContents()).toEqual([
            "In short",
            "The data at a glance",
            "Learning curves",
            "Answers and confidence",
            "Slices",
            "Behavioural tests",
            "The worst errors",
            "How it was made",
          ]);
          const figures = await page.locator("figure").count();
          expect(figures).toBeGreaterThanOrEqual(10);
          expect(await page.locator("figure svg").count()).toBe(figures);
          // Nothing sticks out to the side, and each picture is as wide as people can read.
          const inPage = <T>(expression: string) => page.evaluate<T>(expression);
          expect(await inPage<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(
            width,
          );
          const widths = await inPage<number[]>(
            "[...document.querySelectorAll('figure svg')].map((svg) => svg.getBoundingClientRect().width)",
          );
          expect(Math.min(...widths)).toBeGreaterThan(300);
          // The page follows the reader's colours.
          const background = await inPage<string>(
            "getComputedStyle(document.documentElement).backgroundColor",
          );
          const [red] = /\d+/u.exec(background) ?? ["255"];
          expect(Number(red) > 128).toBe(colorScheme === "light");
          // Every picture has its numbers beside it.
          expect(await page.locator("figure details table").count()).toBe(figures);
          await page.close();
        });
      }
    }
  },
);
