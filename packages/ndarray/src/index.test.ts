import { expect, it } from "vitest";
import * as np from "./index.ts";

it("the functions work together: standardise the columns of a matrix", () => {
  const x = np.arange(12).reshape(4, 3);
  const z = np.divide(np.subtract(x, np.mean(x, { axis: 0 })), np.std(x, { axis: 0 }));
  expect(np.mean(z, { axis: 0 }).toArray()).toEqual([0, 0, 0]);
  const gram = np.matmul(z.T, z);
  for (const value of gram.toTyped()) expect(value).toBeCloseTo(4, 12);
});
