import { expect, test } from "vitest";
import { imageGrid } from "./image-grid.ts";
import { number, parseSvg, select, texts } from "./test-support/parse-svg.ts";

const image = { pixels: [0, 255, 128, 64] };

test("imageGrid(...) places images in rows, with captions and a dashed frame where wrong", () => {
  const images = [{ ...image, caption: "7 as 1", wrong: true }, image, image];
  const svg = imageGrid({ images, width: 2, height: 2, columns: 2 });
  const places = select(svg, "g").map((group) => group.getAttribute("transform"));
  expect(places.map((place) => place?.startsWith("translate(0,"))).toEqual([true, false, true]);
  expect(texts(svg)).toEqual(["7 as 1"]);
  const frames = select(svg, "rect").map((frame) => frame.getAttribute("stroke-dasharray"));
  expect(frames).toEqual(["6 3", null, null]);
  expect(
    select(svg, "image").every((element) =>
      element.getAttribute("href")?.startsWith("data:image/png;base64,"),
    ),
  ).toBe(true);
  expect(parseSvg(svg).getAttribute("aria-label")).toBe("3 images: 7 as 1");
  expect(number(parseSvg(svg), "width")).toBe(380);
});

test("imageGrid(...) refuses a wrong number of pixels", () => {
  expect(() => imageGrid({ images: [image], width: 3, height: 2 })).toThrow(
    "grayscalePng: expected 3 x 2 = 6 pixels, found 4",
  );
});
