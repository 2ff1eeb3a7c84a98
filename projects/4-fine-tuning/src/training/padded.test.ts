import type { Tensor } from "@ml-roadmap/onnx-grad";
import { describe, expect, test } from "vitest";
import { numbers } from "../testing/run-graph.ts";
import { padded } from "./padded.ts";

const texts = [
  { ids: [2, 17, 3], types: [0, 0, 0] },
  { ids: [2, 21, 3, 22, 23, 3], types: [0, 0, 0, 1, 1, 1] },
  { ids: [2, 9, 3, 3], types: [0, 0, 0, 1] },
];

function rows(tensor: Tensor): number[][] {
  const [count, width] = tensor.shape;
  return Array.from({ length: count }, (_, row) =>
    numbers(tensor).slice(row * width, (row + 1) * width),
  );
}

describe("4.3 padded", () => {
  test("fills texts up to the longest, behind their ends", () => {
    const { input_ids: ids } = padded(texts, 9);
    expect(ids.shape).toEqual([3, 6]);
    expect(rows(ids)).toEqual([
      [2, 17, 3, 9, 9, 9],
      [2, 21, 3, 22, 23, 3],
      [2, 9, 3, 3, 9, 9],
    ]);
  });

  test("masks padding alone, also where a token has padding's id", () => {
    const { attention_mask: mask } = padded(texts, 9);
    expect(mask.shape).toEqual([3, 6]);
    expect(rows(mask)).toEqual([
      [1, 1, 1, 0, 0, 0],
      [1, 1, 1, 1, 1, 1],
      [1, 1, 1, 1, 0, 0],
    ]);
  });

  test("keeps each token's type, and 0 for padding", () => {
    const { token_type_ids: types } = padded(texts, 9);
    expect(types.shape).toEqual([3, 6]);
    expect(rows(types)).toEqual([
      [0, 0, 0, 0, 0, 0],
      [0, 0, 0, 1, 1, 1],
      [0, 0, 0, 1, 0, 0],
    ]);
  });

  test("adds nothing to texts of one length", () => {
    const { input_ids: ids, attention_mask: mask } = padded([texts[0], texts[0]], 0);
    expect(rows(ids)).toEqual([
      [2, 17, 3],
      [2, 17, 3],
    ]);
    expect(rows(mask)).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ]);
  });
});

test("padded gives no text at all a sequence of one, which models can take", () => {
  expect(padded([], 0).input_ids.shape).toEqual([0, 1]);
});
