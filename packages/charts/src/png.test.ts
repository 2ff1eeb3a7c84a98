import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { grayscalePng } from "./png.ts";
import { chromiumPath, launchChromium } from "./test-support/chromium.ts";

test("grayscalePng(pixels, width, height) holds the pixels row by row, clamped to a byte", () => {
  const png = grayscalePng([0, 255, 7.6, 300, -5, 64], 3, 2);
  const data = png.indexOf("IDAT");
  const packed = png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4));
  expect([...inflateSync(packed)]).toEqual([0, 0, 255, 8, 0, 255, 0, 64]);
});

test.skipIf(chromiumPath === undefined)(
  "grayscalePng(...) is read by a browser pixel by pixel (skipped without Chromium)",
  async () => {
    const pixels = Array.from({ length: 35 }, (_, i) => (i * 37) % 256);
    const href = `data:image/png;base64,${grayscalePng(pixels, 7, 5).toString("base64")}`;
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const read = await page.evaluate(async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = document.createElement("canvas");
        canvas.width = image.width;
        canvas.height = image.height;
        const context = canvas.getContext("2d");
        context?.drawImage(image, 0, 0);
        return {
          width: image.width,
          data: [...(context?.getImageData(0, 0, image.width, image.height).data ?? [])],
        };
      }, href);
      expect(read.width).toBe(7);
      expect(read.data.filter((_, i) => i % 4 === 0)).toEqual(pixels);
    } finally {
      await browser.close();
    }
  },
  60_000,
);
