import { expect, test } from "vitest";
import { chromiumPath, launchChromium } from "./test-support/chromium.ts";
import { shorten, textWidth } from "./text-width.ts";

test("shorten(text, width) cuts only what is too wide, never within a character of two units", () => {
  expect(shorten("Age", 100)).toBe("Age");
  const cut = shorten("Embarked = Southampton", 100);
  expect(cut).toMatch(/^Embarked.*\u2026$/);
  expect(textWidth(cut)).toBeLessThanOrEqual(100);
  expect(shorten("\u{1d538}".repeat(50), 60)).toMatch(/^\u{1d538}+\u2026$/u);
});

test.skipIf(chromiumPath === undefined)(
  "textWidth(text) is no less than a browser's measure in its own sans-serif (skipped without Chromium)",
  async () => {
    const samples = [
      "Embarked = Southampton",
      "Fare per person (log)",
      "WWW MMM @@",
      "illicit 0123456789",
      "Pclass=3",
      "title_Mr",
    ];
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const measured = await page.evaluate((list) => {
        const context = document.createElement("canvas").getContext("2d");
        if (!context) throw new Error("no canvas");
        context.font = "13px system-ui, sans-serif";
        return list.map((text) => context.measureText(text).width);
      }, samples);
      for (const [i, text] of samples.entries()) {
        expect([text, textWidth(text) >= 0.98 * (measured[i] ?? NaN)]).toEqual([text, true]);
      }
    } finally {
      await browser.close();
    }
  },
  60_000,
);
