import { describe, expect, test } from "vitest";
import type { Task } from "../data/example.ts";
import { numbers } from "../testing/run-graph.ts";
import { tinyBatches, tinyTask, tinyTokenizer } from "../testing/tiny-training.ts";
import { TextBatches } from "./text-batches.ts";

describe("TextBatches", () => {
  test("shuffled gives each example once, by seed and epoch alone", () => {
    const texts = tinyBatches(37, 1);
    const batches = texts.shuffled(5, 2, 3);
    expect(batches.flat().toSorted((a, b) => a - b)).toEqual([...texts.examples.keys()]);
    expect(texts.shuffled(5, 2, 3)).toEqual(batches);
    expect(texts.shuffled(5, 2, 4)).not.toEqual(batches);
    expect(texts.shuffled(5, 3, 3)).not.toEqual(batches);
  });

  test("shuffled does not begin with the short texts", () => {
    const texts = tinyBatches(200, 1);
    const means = texts
      .shuffled(4, 1, 0)
      .map((batch) => batch.reduce((sum, index) => sum + texts.lengths[index], 0) / batch.length);
    expect(means).not.toEqual(means.toSorted((a, b) => a - b));
    const [first, second] = [means.slice(0, 25), means.slice(25)];
    const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
    expect(Math.abs(mean(first) - mean(second))).toBeLessThan(3);
  });

  test("byLength gives each example once, the shortest first", () => {
    const texts = tinyBatches(37, 1);
    const lengths = texts.byLength(8).map((batch) => batch.map((index) => texts.lengths[index]));
    expect(lengths).toHaveLength(5);
    expect(lengths.flat()).toEqual([...texts.lengths].toSorted((a, b) => a - b));
  });

  test("batch gives a class as a number, several labels and a measurement as fractions", () => {
    const labels = (task: Task, targets: readonly (number | readonly number[])[]) => {
      const examples = targets.map((target) => ({ text: "the film", target }));
      const texts = new TextBatches(examples, task, tinyTokenizer, 24);
      return texts.batch([1, 0])["labels"];
    };
    const classes = labels(tinyTask, [0, 1]);
    expect(classes).toMatchObject({ dtype: "int64", shape: [2] });
    expect(numbers(classes)).toEqual([1, 0]);
    const several = labels({ kind: "multi-label", labels: ["a", "b", "c"] }, [
      [1, 0, 1],
      [0, 1, 0],
    ]);
    expect(several).toMatchObject({ dtype: "float32", shape: [2, 3] });
    expect(numbers(several)).toEqual([0, 1, 0, 1, 0, 1]);
    const measured = labels({ kind: "regression" }, [2.5, -1]);
    expect(measured).toMatchObject({ dtype: "float32", shape: [2, 1] });
    expect(numbers(measured)).toEqual([-1, 2.5]);
  });
});
