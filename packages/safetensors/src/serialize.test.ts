import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, SafetensorsError, serialize } from "./index.ts";
import type { Tensor, Tensors } from "./index.ts";

const fixture = new Uint8Array(
  readFileSync(new URL("../fixtures/every-dtype.safetensors", import.meta.url)),
);

test("serialize(tensors) writes the same bytes as the independent writer", () => {
  const { tensors, metadata } = parse(fixture);
  expect(Buffer.from(serialize(tensors, { metadata })).equals(Buffer.from(fixture))).toBe(true);
});

test("serialize(tensors) does not depend on the order of names", () => {
  const { tensors } = parse(fixture);
  const reversed = Object.fromEntries(Object.entries(tensors).reverse());
  expect(serialize(reversed)).toEqual(serialize(tensors));
});

test("serialize(tensors) writes a view's own elements only", () => {
  const data = Float32Array.of(1, 2, 3, 4).subarray(1, 3);
  const bytes = serialize({ a: { dtype: "F32", shape: [2], data } });
  expect(parse(bytes).tensors["a"].data).toEqual(Float32Array.of(2, 3));
});

describe("serialize(tensors) refuses", () => {
  const data = new Float32Array(6);

  test("serialize(tensors) refuses a shape that does not fit", () => {
    expect(() => serialize({ w: { dtype: "F32", shape: [2, 2], data } })).toThrow(
      'tensor "w": shape [2,2] needs 4 elements, found 6',
    );
    expect(() => serialize({ w: { dtype: "F32", shape: [-6], data } })).toThrow("whole numbers");
  });

  test("serialize(tensors) refuses an array of another dtype", () => {
    // @ts-expect-error the types refuse it too
    expect(() => serialize({ w: { dtype: "F64", shape: [6], data } })).toThrow(
      "dtype F64 needs a Float64Array",
    );
    // @ts-expect-error the types refuse it too
    expect(() => serialize({ w: { dtype: "float32", shape: [6], data } })).toThrow(
      'unknown dtype "float32"',
    );
  });

  test("serialize(tensors) refuses reserved names", () => {
    const tensor: Tensor = { dtype: "F32", shape: [6], data };
    expect(() => serialize({ __metadata__: tensor })).toThrow("cannot name a tensor");
    expect(() => serialize({ ["__proto__"]: tensor })).toThrow("cannot name a tensor");
  });

  test("serialize(tensors) refuses metadata that is not text", () => {
    // @ts-expect-error the types refuse it too
    expect(() => serialize({}, { metadata: { steps: 3 } })).toThrow(
      'expected text under "steps", found number; use JSON.stringify',
    );
  });
});

const tensor: fc.Arbitrary<Tensor> = fc
  .array(fc.nat(4), { maxLength: 3 })
  .chain((shape): fc.Arbitrary<Tensor> => {
    const length = shape.reduce((product, size) => product * size, 1);
    const exact = { minLength: length, maxLength: length };
    return fc.oneof(
      fc.float64Array(exact).map((data) => ({ dtype: "F64" as const, shape, data })),
      fc.float32Array(exact).map((data) => ({ dtype: "F32" as const, shape, data })),
      fc.uint16Array(exact).map((data) => ({ dtype: "BF16" as const, shape, data })),
      fc.bigInt64Array(exact).map((data) => ({ dtype: "I64" as const, shape, data })),
      fc.int8Array(exact).map((data) => ({ dtype: "I8" as const, shape, data })),
      fc.uint8Array(exact).map((data) => ({ dtype: "U8" as const, shape, data })),
    );
  });
const name = fc
  .string({ unit: "binary", maxLength: 12 })
  .filter((text) => text !== "__proto__" && text !== "__metadata__");
const file = fc.record({
  tensors: fc.dictionary(name, tensor, { maxKeys: 6 }),
  metadata: fc.dictionary(name, fc.string({ unit: "binary" }), { maxKeys: 3 }),
});

function bits(tensors: Tensors): unknown {
  return Object.fromEntries(
    Object.entries(tensors).map(([key, { dtype, shape, data }]) => [
      key,
      [dtype, shape, Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString("hex")],
    ]),
  );
}

test("parse(serialize(x)) is x, bit for bit", () => {
  fc.assert(
    fc.property(file, ({ tensors, metadata }) => {
      const read = parse(serialize(tensors, { metadata }));
      expect(bits(read.tensors)).toEqual(bits(tensors));
      expect({ ...read.metadata }).toEqual({ ...metadata });
    }),
    { numRuns: 400 },
  );
});

/** Either a SafetensorsError or a file whose every byte is accounted for: never another error, never a wrong size. */
function parsesOrRefuses(bytes: Uint8Array): void {
  try {
    const { tensors } = parse(bytes);
    let size = 0;
    for (const { data } of Object.values(tensors)) size += data.byteLength;
    expect(size).toBeLessThanOrEqual(bytes.length - 8);
  } catch (error) {
    if (!(error instanceof SafetensorsError)) throw error;
  }
}

test("parse(bytes) survives any change of bytes in a valid file", () => {
  const change = fc.tuple(fc.nat(fixture.length - 1), fc.nat(255));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const bytes = fixture.slice();
      for (const [at, byte] of changes) bytes[at] = byte;
      parsesOrRefuses(bytes);
    }),
    { numRuns: 3000 },
  );
});

test("parse(bytes) survives cutting, doubling and swapping pieces of a header", () => {
  const cut = fc.tuple(fc.nat(fixture.length), fc.nat(fixture.length), fc.nat(fixture.length));
  fc.assert(
    fc.property(cut, ([a, b, c]) => {
      const [start, end] = a < b ? [a, b] : [b, a];
      const piece = fixture.subarray(start, end);
      parsesOrRefuses(fixture.subarray(0, a));
      parsesOrRefuses(Uint8Array.of(...fixture.subarray(0, c), ...piece, ...fixture.subarray(c)));
      parsesOrRefuses(Uint8Array.of(...fixture.subarray(0, start), ...fixture.subarray(end)));
    }),
    { numRuns: 2000 },
  );
});

test("parse(bytes) survives random bytes and random JSON", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), parsesOrRefuses), { numRuns: 2000 });
  fc.assert(
    fc.property(fc.json(), fc.nat(16), (json, dataSize) => {
      const text = new TextEncoder().encode(json);
      const bytes = new Uint8Array(8 + text.length + dataSize);
      new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
      bytes.set(text, 8);
      parsesOrRefuses(bytes);
    }),
    { numRuns: 2000 },
  );
});
