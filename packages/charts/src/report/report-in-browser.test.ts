import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, launchChromium } from "../test-support/chromium.ts";
import { contrasts, cutTexts, overlaps, smallestText } from "../test-support/look.ts";
import { sampleReport } from "../test-support/sample-report.ts";
import { report } from "./report.ts";

const hostile = `"'><script>window.pwned=1</script><img src=x onerror=window.pwned=1></title></style>&amp;`;

describe.skipIf(chromiumPath === undefined)(
  "report() in a browser (skipped without Chromium; CHROMIUM_PATH names one)",
  () => {
    let browser: Browser;
    let folder: string;
    beforeAll(async () => {
      browser = await launchChromium();
      folder = await mkdtemp(join(tmpdir(), "ml-roadmap-charts-"));
    }, 60_000);
    afterAll(async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    });

    /** Opens a report with everything unfolded; `noise` gathers console messages, errors and requests beside the page itself. */
    async function open(
      html: string,
      width: number,
      colorScheme: "light" | "dark",
    ): Promise<{ page: Page; noise: string[] }> {
      const path = join(folder, "report.html");
      await writeFile(path, html);
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
      const noise: string[] = [];
      const url = pathToFileURL(path).href;
      page.on("console", (message) => noise.push(message.text()));
      page.on("pageerror", (error) => noise.push(error.message));
      page.on("request", (request) => {
        if (request.url() !== url && !request.url().startsWith("data:")) noise.push(request.url());
      });
      await page.goto(url);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details"))
          details.setAttribute("open", "");
      });
      return { page, noise };
    }

    for (const colorScheme of ["light", "dark"] as const) {
      for (const width of [360, 1280]) {
        test(`report() ${width} px wide, ${colorScheme}: quiet, nothing cut or overlapping, text large and clear enough`, async () => {
          const { page, noise } = await open(report(sampleReport()), width, colorScheme);
          expect(noise).toEqual([]);
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth),
          ).toBeLessThanOrEqual(width);
          expect(await page.evaluate(cutTexts)).toEqual([]);
          expect(await page.evaluate(overlaps)).toEqual([]);
          expect(await page.evaluate(smallestText)).toBeGreaterThanOrEqual(9);
          const found = await page.evaluate(contrasts);
          expect(found.length).toBeGreaterThan(200);
          expect(found.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
          await page.close();
        });
      }
    }

    test("report() shows hostile strings as text: no script runs, no element comes of them", async () => {
      const { page, noise } = await open(report(sampleReport(hostile)), 1280, "light");
      expect(noise).toEqual([]);
      expect(await page.evaluate(() => "pwned" in globalThis)).toBe(false);
      expect(await page.locator("script, img, iframe, object, embed").count()).toBe(0);
      expect(await page.locator("h1").textContent()).toBe(`Titanic: who survived?${hostile}`);
      expect(await page.title()).toBe(`Titanic: who survived?${hostile}`);
      await page.close();
    });

    test("report() forbids scripts and the network to whatever might get in", async () => {
      const html = report(sampleReport()).replace(
        "</main>",
        '<img src="https://example.com/x.png"><script>window.pwned=1</script></main>',
      );
      const { page, noise } = await open(html, 1280, "light");
      expect(await page.evaluate(() => "pwned" in globalThis)).toBe(false);
      expect(noise.filter((line) => line.includes("Content Security Policy"))).toHaveLength(2);
      await page.close();
    });

    test("every chart alone is a well-formed SVG file", async () => {
      const page = await browser.newPage();
      for (const { title, svg } of sampleReport(hostile).sections.flatMap(
        ({ figures = [] }) => figures,
      )) {
        const problem = await page.evaluate((text) => {
          const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
          return parsed.querySelector("parsererror")?.textContent ?? parsed.documentElement.tagName;
        }, svg);
        expect([title, problem]).toEqual([title, "svg"]);
      }
      await page.close();
    });
  },
);
