import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as np from "@ml-roadmap/ndarray";

// The README's examples: the comments are what is printed.
it("README: a first look", () => {
  const printed: string[] = [];
  const print = (value: unknown): void => void printed.push(String(value));

  // #region first look
  const x = np.arange(12).reshape(3, 4);
  const centred = np.subtract(x, np.mean(x, { axis: 0 }));
  print(x.at("::-1", "1:3"));
  // [[ 9. 10.]
  //  [ 5.  6.]
  //  [ 1.  2.]]
  print(np.matmul(centred.T, centred).at(0));
  // [32. 32. 32. 32.]
  print(np.sum(x));
  // 66
  print(np.where(np.greater(x, 8), x, 0).at(-1));
  // [ 0.  9. 10. 11.]
  x.set(-1, np.less(x, 10));
  print(x.at(2));
  // [-1. -1. 10. 11.]
  print(np.randomGenerator(7).normal(0, 1, 3));
  // [ 0.00123015  0.29874554 -0.27413786]
  // #endregion

  expect(printed).toEqual([
    "[[ 9. 10.]\n [ 5.  6.]\n [ 1.  2.]]",
    "[32. 32. 32. 32.]",
    "66",
    "[ 0.  9. 10. 11.]",
    "[-1. -1. 10. 11.]",
    "[ 0.00123015  0.29874554 -0.27413786]",
  ]);
});

it("README.md shows the code that is run here", () => {
  const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
  const [, shown] = read("../README.md").split(/```ts\nimport .*\n\n|```/);
  const run = read("./readme.test.ts").split(/ *\/\/ #(?:region first look|endregion)\n/)[1];
  expect(run.replaceAll(/^ {2}/gm, "")).toBe(shown);
});
