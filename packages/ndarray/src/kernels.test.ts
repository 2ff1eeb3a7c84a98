import { afterEach, expect, it } from "vitest";
import { add, exp, greater, matmul, sum, zeros } from "./index.ts";
import type { KernelSet } from "./kernels.ts";
import { activeKernels, useKernels } from "./kernels.ts";
import { gemm } from "./plain/gemm.ts";

const before = activeKernels();
afterEach(() => useKernels(before));

/** A set that notes which of its kernels were called. */
function recording(): { set: KernelSet; called: string[] } {
  const called: string[] = [];
  const set: KernelSet = {
    name: "recording",
    minLength: 4,
    gemm: { float32: (...args) => (called.push("gemm"), gemm(...args)) },
    unary: { float32: { exp: () => (called.push("exp"), true) } },
    binary: {
      float32: {
        add: () => (called.push("add"), true),
        greater: () => (called.push("greater"), true),
      },
    },
    reduce: { float32: { sum: () => (called.push("sum"), 42) } },
  };
  return { set, called };
}

it("useKernels(set) sends float32 work to the set and the rest to the plain loops", () => {
  const { set, called } = recording();
  useKernels(set);
  const x = zeros([8, 8], { dtype: "float32" });
  exp(x);
  add(x, 1);
  greater(x, 0);
  matmul(x, x);
  expect(sum(x)).toBe(42);
  expect(called).toEqual(["exp", "add", "greater", "gemm", "sum"]);
  const y = zeros([8, 8]);
  exp(y);
  add(x, y);
  expect(sum(y)).toBe(0);
  expect(called).toHaveLength(5);
});

it("useKernels(set) keeps rows that are shorter than minLength in the plain loops", () => {
  const { set, called } = recording();
  useKernels(set);
  const x = zeros([8, 8], { dtype: "float32" });
  expect(sum(x.at(":", ":3"), { axis: 1 }).toArray()).toEqual(Array.from({ length: 8 }, () => 0));
  exp(x.at(":", ":3"));
  expect(called).toEqual([]);
  exp(x.at(":", ":5"));
  expect(called).toEqual(["exp"]);
});

it("useKernels(set) uses a kernel's false as a request for the plain loop", () => {
  useKernels({ name: "refusing", unary: { float64: { exp: () => false } } });
  expect(exp(zeros(40)).get(0)).toBe(1);
});

it("useKernels() goes back to the plain loops and returns the set before", () => {
  const { set } = recording();
  useKernels(set);
  expect(useKernels()).toBe(set);
  expect(activeKernels().name).toBe("plain");
});
