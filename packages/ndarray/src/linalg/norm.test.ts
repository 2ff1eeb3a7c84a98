import { describe, expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { ones, zeros } from "../creation/filled.ts";
import { expectClose, fixture, number, restore } from "./fixture.test.helper.ts";
import type { Kept, Spelled } from "./fixture.test.helper.ts";
import { norm } from "./norm.ts";
import type { NormOrder } from "./norm.ts";

interface Norms {
  name: string;
  a: Kept;
  axis: number | [number, number] | null;
  norms: [Spelled | "fro" | "nuc" | null, boolean, Kept][];
}

const cases: Norms[] = JSON.parse(fixture("norms"));

function orderOf(spelled: Spelled | "fro" | "nuc" | null): NormOrder | undefined {
  if (spelled === null) return undefined;
  return spelled === "fro" || spelled === "nuc" ? spelled : number(spelled);
}

describe("norm(x, order, { axis, keepdims })", () => {
  it.each(cases)("of $name, every order, as NumPy", ({ a, axis, norms }) => {
    const x = restore(a);
    for (const [spelled, keepdims, expected] of norms) {
      const order = orderOf(spelled);
      const found = axis === null ? array(norm(x, order)) : norm(x, order, { axis, keepdims });
      expectClose(found, restore(expected), 1e-13);
    }
  });

  it("without an order is the 2-norm of all elements", () => {
    expect(norm(ones([2, 2, 4]))).toBe(4);
    expect(norm([3, -4])).toBe(5);
    expect(norm(zeros([0]))).toBe(0);
  });

  it("keeps NaN", () => {
    expect(norm([1, NaN])).toBe(NaN);
    expect(norm([1, NaN], Infinity)).toBe(NaN);
    expect(norm([[1, NaN]], 1)).toBe(NaN);
  });

  it("gives float32 for float32 along an axis", () => {
    expect(norm(ones([2, 2], { dtype: "float32" }), 2, { axis: 0 }).dtype).toBe("float32");
  });

  it("says what is wrong", () => {
    expect(() => norm(ones([2, 2, 2]), 2)).toThrow("norm: order 2 is defined for one or two axes");
    expect(() => norm([1, 2], "fro")).toThrow('norm: "fro" is a norm of matrices');
    expect(() => norm(ones([2, 2]), 3)).toThrow("norm: a matrix has the orders");
    expect(() => norm(zeros([0]), -Infinity)).toThrow(
      "norm: an empty array has no smallest element",
    );
  });
});
