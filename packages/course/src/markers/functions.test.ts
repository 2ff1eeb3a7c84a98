import { describe, expect, test } from "vitest";
import { listFunctions } from "./functions.ts";

describe("listFunctions(source)", () => {
  test("names functions, methods and arrow functions with the lines of their bodies", async () => {
    const source = `export function f(
  a: number,
): number {
  return a;
}
export const g = (x: number) => {
  return [1].map((y) => y + x);
};
class A {
  get z() {
    return 1;
  }
}
`;
    const functions = await listFunctions(source);
    expect(functions).toEqual([
      { name: "f", start: 0, bodyStart: 2, end: 4 },
      { name: "g", start: 5, bodyStart: 5, end: 7 },
      { name: undefined, start: 6, bodyStart: 6, end: 6 },
      { name: "z", start: 9, bodyStart: 9, end: 11 },
    ]);
  });

  test("throws a SyntaxError for source that does not parse", async () => {
    await expect(listFunctions("export function {")).rejects.toThrow(/Unexpected token/);
  });
});
