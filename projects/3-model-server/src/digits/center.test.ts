import { describe, expect, test } from "vitest";
import { centerOfMass } from "./center.ts";

/** A drawing of one bright pixel at each place given, and where they are in the square. */
function placed(width: number, height: number, ink: [number, number, number][], side: number) {
  const pixels = new Float32Array(width * height);
  for (const [x, y, value] of ink) pixels[y * width + x] = value;
  const square = centerOfMass({ width, height, pixels }, side);
  return [...square].flatMap((value, i) =>
    value ? [[i % side, Math.floor(i / side), value]] : [],
  );
}

describe("3.8 centerOfMass", () => {
  test("puts a single pixel into the middle", () => {
    expect(placed(3, 3, [[0, 2, 9]], 5)).toEqual([[2, 2, 9]]);
  });

  test("balances pixels by their values, not by their box", () => {
    // Centre of mass x = (0 * 30 + 4 * 10) / 40 = 1; the middle of 9 is 4.
    expect(
      placed(
        5,
        1,
        [
          [0, 0, 30],
          [4, 0, 10],
        ],
        9,
      ),
    ).toEqual([
      [3, 4, 30],
      [7, 4, 10],
    ]);
  });

  test("treats rows as columns", () => {
    expect(
      placed(
        1,
        5,
        [
          [0, 0, 30],
          [0, 4, 10],
        ],
        9,
      ),
    ).toEqual([
      [4, 3, 30],
      [4, 7, 10],
    ]);
  });

  test("rounds to whole pixels", () => {
    // Centre of mass x = 3 * 10 / 40 = 0.75; 13.5 - 0.75 = 12.75, so the left edge is at 13.
    expect(
      placed(
        4,
        1,
        [
          [0, 0, 30],
          [3, 0, 10],
        ],
        28,
      ).map(([x]) => x),
    ).toEqual([13, 16]);
  });

  test("keeps ink inside that centring would push over the edge", () => {
    // Centre of mass x = 6 / 101: 3.5 - 0.06 rounds to 3, and 3 + 7 would be over the edge of 8.
    expect(
      placed(
        7,
        1,
        [
          [0, 0, 100],
          [6, 0, 1],
        ],
        8,
      ).map(([x]) => x),
    ).toEqual([1, 7]);
    expect(
      placed(
        7,
        1,
        [
          [0, 0, 1],
          [6, 0, 100],
        ],
        8,
      ).map(([x]) => x),
    ).toEqual([0, 6]);
  });

  test("keeps every value where it belongs in an uneven drawing", () => {
    const ink: [number, number, number][] = [
      [0, 0, 1],
      [1, 0, 2],
      [2, 0, 3],
      [0, 1, 4],
      [1, 1, 5],
      [2, 1, 6],
    ];
    const found = placed(3, 2, ink, 6);
    expect(found.map(([, , value]) => value)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(found[0].slice(0, 2)).toEqual([1, 2]);
  });
});
