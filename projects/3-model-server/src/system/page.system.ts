import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { drawDigit } from "../test-support/drawings.ts";
import { startDigitServer } from "../test-support/digit-server.ts";

const executable = [
  process.env["CHROMIUM"] ?? "",
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
].find((path) => existsSync(path));
const title = executable
  ? "page in Chromium"
  : "page in Chromium (skipped: no browser; set CHROMIUM)";

describe.skipIf(!executable)(title, () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof startDigitServer>>;
  beforeAll(async () => {
    server = await startDigitServer();
    browser = await chromium.launch({ executablePath: executable!, args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.server.close();
  });

  async function open(options: Parameters<Browser["newPage"]>[0] = {}) {
    const page = await browser.newPage(options);
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("request", (request) => {
      if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url())) {
        faults.push(`asks ${request.url()}`);
      }
    });
    await page.goto(server.url);
    return { page, faults };
  }

  const reads = (page: Page, digit: number) =>
    expect
      .poll(() => page.locator("#digit").textContent(), { timeout: 10_000 })
      .toBe(String(digit));

  /** A 3 in fractions of the sheet. */
  const three = [
    [0.3, 0.25],
    [0.42, 0.15],
    [0.6, 0.17],
    [0.68, 0.3],
    [0.6, 0.43],
    [0.46, 0.48],
    [0.62, 0.53],
    [0.71, 0.66],
    [0.62, 0.82],
    [0.45, 0.86],
    [0.3, 0.78],
  ];

  async function drawThree(page: Page) {
    const box = (await page.locator("#sheet").boundingBox())!;
    const at = ([x, y]: number[]) => [box.x + x * box.width, box.y + y * box.height] as const;
    await page.mouse.move(...at(three[0]));
    await page.mouse.down();
    for (const point of three.slice(1)) await page.mouse.move(...at(point), { steps: 4 });
    await page.mouse.up();
  }

  test("reads a 3 that the mouse draws, with ten probabilities and the pixels seen", async () => {
    const { page, faults } = await open();
    await drawThree(page);
    await reads(page, 3);
    expect(await page.locator("#bars tr").count()).toBe(10);
    expect(await page.locator("#bars tr.best th").textContent()).toBe("3");
    expect(await page.locator("#latency").textContent()).toMatch(/^Answered in \d+\.\d ms\.$/);
    await page.locator("#clear").click();
    expect(await page.locator("#digit").textContent()).toBe("?");
    expect(faults).toEqual([]);
    await page.close();
  });

  test("reads a 1 that the keyboard alone draws", async () => {
    const { page, faults } = await open();
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.id")).toBe("sheet");
    for (let i = 0; i < 14; i++) await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Space");
    expect(await page.locator("#pen").textContent()).toContain("Pen down");
    for (let i = 0; i < 28; i++) await page.keyboard.press("ArrowDown");
    await reads(page, 1);
    await page.keyboard.press("Delete");
    expect(await page.locator("#digit").textContent()).toBe("?");
    expect(faults).toEqual([]);
    await page.close();
  });

  test("reads a picture that is chosen, and says when one cannot be read", async () => {
    const { page } = await open();
    const buffer = await drawDigit(7, "png", { paper: "#fff", ink: "#333" });
    await page.setInputFiles("#file", { name: "7.png", mimeType: "image/png", buffer });
    await reads(page, 7);
    const broken = { name: "x.png", mimeType: "image/png", buffer: Buffer.from("no picture") };
    await page.setInputFiles("#file", broken);
    await expect.poll(() => page.locator("#fault").textContent()).toContain("no picture");
    await page.close();
  });

  test.each(["light", "dark"] as const)(
    "fits a phone and a desktop in the %s theme",
    async (colorScheme) => {
      const folder = "runs/screenshots";
      await mkdir(folder, { recursive: true });
      for (const [name, width, height] of [
        ["phone", 375, 760],
        ["desktop", 1280, 800],
      ] as const) {
        const { page } = await open({ colorScheme, viewport: { width, height } });
        await drawThree(page);
        await reads(page, 3);
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(
          width,
        );
        await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png`, fullPage: true });
        await page.close();
      }
    },
  );
});
