import { expect, test } from "vitest";
import { Sealed } from "./sealed.ts";

test("open(purpose) hands out the data once, and the second time says what the first was for", () => {
  const sealed = new Sealed([1, 2, 3]);
  expect(sealed.open("the final evaluation")).toEqual([1, 2, 3]);
  expect(() => sealed.open("choosing a threshold")).toThrow(
    "the test set was opened already, for the final evaluation",
  );
});

test("new Sealed(content) shows nothing of its content", () => {
  expect(JSON.stringify(new Sealed({ labels: [1, 0, 1] }))).toBe("{}");
  expect(Object.keys(new Sealed([1, 2]))).toEqual([]);
});
