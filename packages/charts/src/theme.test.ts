import { expect, test } from "vitest";
import { chartColors, seriesStyle } from "./theme.ts";

type Rgb = [number, number, number];

const pages = { light: "#ffffff", dark: "#14181d" };

/** Linear light of a hex colour. */
function linear(hex: string): Rgb {
  const [r = NaN, g = NaN, b = NaN] = [1, 3, 5].map((i) => {
    const share = parseInt(hex.slice(i, i + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return [r, g, b];
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** WCAG 2 contrast of two colours. */
function contrast(a: string, b: string): number {
  const [low = NaN, high = NaN] = [luminance(linear(a)), luminance(linear(b))].toSorted(
    (p, q) => p - q,
  );
  return (high + 0.05) / (low + 0.05);
}

/** Protanopia, deuteranopia, tritanopia in linear light: Machado, Oliveira and Fernandes, IEEE TVCG 15(6), 2009, severity 1. */
const sights: Record<string, [Rgb, Rgb, Rgb]> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Oklab coordinates of linear light (Ottosson 2020). */
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function seen(hex: string, sight: [Rgb, Rgb, Rgb]): Rgb {
  const [r, g, b] = linear(hex);
  const [x = NaN, y = NaN, z = NaN] = sight.map((row) =>
    Math.max(0, row[0] * r + row[1] * g + row[2] * b),
  );
  return oklab([x, y, z]);
}

for (const theme of ["light", "dark"] as const) {
  const page = pages[theme];
  test(`chartColors.${theme}: text has a contrast of 4.5 or more, series of 3 or more`, () => {
    for (const [name, color] of Object.entries(chartColors[theme])) {
      const least = name === "--chart-grid" ? 1 : /text|muted/.test(name) ? 4.5 : 3;
      expect([name, contrast(color, page) >= least]).toEqual([name, true]);
    }
  });

  test(`chartColors.${theme}: series differ in every kind of colour vision, the first three clearly`, () => {
    const all: Record<string, string> = chartColors[theme];
    const colors = [1, 2, 3, 4, 5, 6].map((n) => all[`--chart-${n}`] ?? "");
    for (const [name, sight] of Object.entries(sights)) {
      for (const [i, a] of colors.entries()) {
        for (const b of colors.slice(0, i)) {
          const [p, q] = [seen(a, sight), seen(b, sight)];
          const distance = Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
          expect([name, a, b, distance > (i < 3 ? 0.12 : 0.07)]).toEqual([name, a, b, true]);
        }
      }
    }
  });
}

test("seriesStyle(index) falls back to middle tones that show on white and on black", () => {
  for (let i = 0; i < 6; i += 1) {
    const fallback = /#[0-9a-f]{6}/.exec(seriesStyle(i).color)?.[0] ?? "";
    for (const page of Object.values(pages))
      expect([fallback, page, contrast(fallback, page) >= 3]).toEqual([fallback, page, true]);
  }
});

test("seriesStyle(index) repeats no pair of hue and dashes for 36 series", () => {
  const looks = Array.from({ length: 36 }, (_, i) => JSON.stringify(seriesStyle(i)));
  expect(new Set(looks).size).toBe(36);
});
