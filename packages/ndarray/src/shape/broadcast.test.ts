import { expect, it } from "vitest";
import { arange } from "../creation/range.ts";
import { broadcastArrays, broadcastTo } from "./broadcast.ts";

it("broadcastTo(a, shape) is a view with strides of 0", () => {
  const a = arange(3);
  const b = broadcastTo(a, [2, 3]);
  expect([b.data === a.data, b.strides]).toEqual([true, [0, 1]]);
  expect(() => broadcastTo(a, [3, 2])).toThrow("broadcastTo: shapes do not broadcast together");
  expect(() => broadcastTo(arange(6).reshape(2, 3), [3])).toThrow(
    "broadcastTo: (2, 3) does not broadcast to (3,)",
  );
  expect(() => broadcastTo(a, [-1, 3])).toThrow(
    "broadcastTo: a shape holds whole numbers >= 0, got (-1, 3)",
  );
});

it("broadcastArrays(...arrays) brings arrays to one shape", () => {
  const [x, y] = broadcastArrays(arange(3), [[1], [2]]);
  expect([x.shape, y.shape]).toEqual([[2, 3], [2, 3]]); // prettier-ignore
  expect(broadcastArrays()).toEqual([]);
});
