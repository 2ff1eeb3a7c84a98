import { describe, expect, test } from "vitest";
import type { TensorData } from "../tensors/datatype.ts";
import type { Tensor, Tensors } from "../tensors/tensor.ts";
import { TensorCache } from "./tensor-cache.ts";
import { tensorsKey } from "./tensors-key.ts";

const tensors = (change: Partial<Tensor> = {}): Tensors => {
  const zeros = { name: "x", datatype: "FP32" as const, shape: [2], data: new Float32Array(2) };
  const tensor: Tensor = { ...zeros, ...change };
  return new Map([[tensor.name, tensor]]);
};
const ofBytes = (bytes: number) => tensors({ data: new Float32Array(bytes / 4) });

describe("TensorCache", () => {
  test("gives back what was kept, and nothing else", () => {
    const cache = new TensorCache({ maxBytes: 10_000 });
    const kept = ofBytes(100);
    cache.set("a", kept);
    expect(cache.get("a")).toBe(kept);
    expect(cache.get("b")).toBeUndefined();
  });

  test("holds at most its bytes, and lets go of what was not used for longest", () => {
    const cache = new TensorCache({ maxBytes: 10_000 });
    for (const key of ["a", "b", "c"]) cache.set(key, ofBytes(2500));
    cache.get("a");
    cache.set("d", ofBytes(2500));
    expect(["a", "b", "c", "d"].filter((key) => cache.get(key))).toEqual(["a", "c", "d"]);
    expect(cache.bytes).toBeLessThanOrEqual(10_000);
    expect(cache.size).toBe(3);
  });

  test("counts a key that is set again once", () => {
    const cache = new TensorCache({ maxBytes: 10_000 });
    for (let i = 0; i < 50; i++) cache.set("a", ofBytes(2000));
    expect([cache.size, cache.bytes]).toEqual([1, 2500]);
  });

  test("does not keep what is larger than itself, nor let others go for it", () => {
    const cache = new TensorCache({ maxBytes: 3000 });
    cache.set("small", ofBytes(400));
    cache.set("large", ofBytes(4000));
    expect(cache.get("large")).toBeUndefined();
    expect(cache.get("small")).toBeDefined();
  });

  test("counts texts by their characters", () => {
    const cache = new TensorCache({ maxBytes: 10_000 });
    cache.set("a", tensors({ datatype: "BYTES", data: ["x".repeat(4000), "y".repeat(200)] }));
    expect(cache.bytes).toBe(8900);
  });
});

describe("tensorsKey", () => {
  test("is equal for equal tensors, in whatever order they come", () => {
    const a = tensors().get("x")!;
    const b = { ...a, name: "y" };
    const key = tensorsKey(
      new Map([
        ["x", a],
        ["y", b],
      ]),
    );
    expect(
      tensorsKey(
        new Map([
          ["y", b],
          ["x", a],
        ]),
      ),
    ).toBe(key);
    expect(tensorsKey(tensors({ data: Float32Array.of(0, 0) }))).toBe(tensorsKey(tensors()));
  });

  test("differs by name, type, shape and every element", () => {
    const texts = (...data: string[]): { datatype: "BYTES"; data: TensorData } => ({
      datatype: "BYTES",
      data,
    });
    const different = [
      tensors(),
      tensors({ name: "y" }),
      tensors({ datatype: "INT32", data: new Int32Array(2) }),
      tensors({ shape: [1, 2] }),
      tensors({ data: Float32Array.of(0, 1) }),
      tensors(texts("ab", "c")),
      tensors(texts("a", "bc")),
      tensors(texts('a","b', "c")),
    ].map(tensorsKey);
    expect(new Set(different).size).toBe(different.length);
  });
});
