import { array } from "@ml-roadmap/ndarray";
import { float32 } from "@ml-roadmap/onnx-grad";
import { seededNormal } from "@ml-roadmap/testing";
import "@ml-roadmap/testing/matchers";
import { describe, expect, test } from "vitest";
import { constant, numbers, runGraph } from "../testing/run-graph.ts";
import { lowRankUpdate, mergedWeight } from "./lora.ts";

const rows = (data: readonly number[], width: number): number[][] =>
  Array.from({ length: data.length / width }, (_, i) => data.slice(i * width, (i + 1) * width));

describe("4.11 lowRankUpdate", () => {
  test("goes down to the rank and up to the outputs, scaled", async () => {
    const x = float32([1, 2, 3, 4, 5, 6], [1, 2, 3]);
    const down = float32([1, 0, -1], [1, 3]);
    const up = float32([1, 10, 100, 1000], [4, 1]);
    const { y } = await runGraph((graph) => ({
      y: lowRankUpdate(constant(graph, x), constant(graph, down), constant(graph, up), 0.5),
    }));
    // Both tokens come down to -2.
    expect(y.shape).toEqual([1, 2, 4]);
    expect(numbers(y)).toEqual([-1, -10, -100, -1000, -1, -10, -100, -1000]);
  });

  test("adds nothing while the way up is zero, as training begins", async () => {
    const x = float32([1, 2, 3, 4], [1, 2, 2]);
    const { y } = await runGraph((graph) => ({
      y: lowRankUpdate(
        constant(graph, x),
        constant(graph, float32([5, 6], [1, 2])),
        constant(graph, float32([0, 0], [2, 1])),
        2,
      ),
    }));
    expect(numbers(y)).toEqual([0, 0, 0, 0]);
  });
});

describe("4.11 mergedWeight", () => {
  test("adds the update to the weight as one matrix", () => {
    const weight = array([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    const merged = mergedWeight(weight, array([[1, 0, -1]]), array([[1], [10]]), 0.5);
    expect(merged).toBeAllClose([
      [1.5, 2, 2.5],
      [9, 5, 1],
    ]);
  });

  test("makes a new array and leaves the weight as it was", () => {
    const weight = array([[1, 2]]);
    const merged = mergedWeight(weight, array([[3, 4]]), array([[5]]), 1);
    expect(weight).toBeAllClose([[1, 2]]);
    expect(merged).toBeAllClose([[16, 22]]);
  });

  test("gives a layer that answers as the one with the update beside it", () => {
    const [inputs, outputs, rank, scale] = [5, 4, 2, 1.7];
    const normal = (seed: number, size: number) => Array.from(seededNormal(seed, size));
    const weight = rows(normal(1, outputs * inputs), inputs);
    const down = rows(normal(2, rank * inputs), inputs);
    const up = rows(normal(3, outputs * rank), rank);
    const x = normal(4, inputs);
    const through = (matrix: readonly number[][], v: readonly number[]) =>
      matrix.map((row) => row.reduce((sum, w, i) => sum + w * v[i], 0));
    const beside = through(up, through(down, x)).map((v) => v * scale);
    const expected = through(weight, x).map((v, i) => v + beside[i]);
    const merged = mergedWeight(array(weight), array(down), array(up), scale);
    const flat = Array.from(merged.toTyped("float64"));
    expect(through(rows(flat, inputs), x)).toBeAllClose(expected, { rtol: 1e-9 });
  });
});
