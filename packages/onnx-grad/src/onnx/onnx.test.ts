import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { convNet } from "../../examples/convnet.ts";
import * as og from "../index.ts";
import type { Attribute, OnnxModel } from "../index.ts";
import { hashedWeights } from "../testing/hashed.ts";

function convModel(): OnnxModel {
  const graph = og.newGraph({ mode: "inference" });
  const { outputs } = convNet(graph, { size: 8, channels: 3, classes: 4 });
  const shapes = Object.fromEntries(
    [...graph.parameters].map(([name, { shape }]) => [name, shape]),
  );
  const metadata = { source: "test", "schlüssel 🐍": "wert" };
  return og.toModel(graph, { outputs, weights: hashedWeights(shapes, 0.2), metadata });
}

/** A model with every kind of attribute, integers at the ends of their range, and an absent input. */
function everyAttribute(): OnnxModel {
  const tensor = { name: "t", type: "int64", dims: [1], bytes: new Uint8Array(8) } as const;
  const attributes: Record<string, Attribute> = {
    float: { kind: "float", value: -0.5 },
    int: { kind: "int", value: -(2n ** 63n) },
    large: { kind: "int", value: 2n ** 63n - 1n },
    string: { kind: "string", value: "ünï" },
    tensor: { kind: "tensor", value: tensor },
    floats: { kind: "floats", value: [1.5, -2] },
    ints: { kind: "ints", value: [0n, -1n, 300n, 2n ** 40n] },
    strings: { kind: "strings", value: ["a", ""] },
    empty: { kind: "ints", value: [] },
  };
  const inner = {
    name: "inner",
    nodes: [],
    initializers: [tensor],
    inputs: [],
    outputs: [],
    values: [],
  };
  const node = {
    opType: "Any",
    domain: "com.example",
    name: "n",
    inputs: ["x", "", "z"],
    outputs: ["y"],
    attributes: { ...attributes, graph: { kind: "graph", value: inner } },
  } as const;
  const shape = ["batch", 3, ""] as const;
  return {
    irVersion: 9,
    producer: "test",
    opsets: { "": 20, "com.example": 1 },
    metadata: {},
    graph: {
      name: "g",
      nodes: [node],
      initializers: [],
      inputs: [{ name: "x", type: "float16", shape }],
      outputs: [{ name: "y", type: "bool", shape: [] }],
      values: [{ name: "h", type: "int32", shape: ["batch", 2] }],
    },
  };
}

describe("decodeModel(encodeModel(model))", () => {
  test("decodeModel(encodeModel(model)) is the model, attributes and all", () => {
    expect(og.decodeModel(og.encodeModel(everyAttribute()))).toEqual(everyAttribute());
  });

  test("decodeModel(encodeModel(model)) writes the same bytes again", () => {
    const bytes = og.encodeModel(convModel());
    expect(Buffer.from(og.encodeModel(og.decodeModel(bytes))).equals(Buffer.from(bytes))).toBe(
      true,
    );
  });
});

test("decodeModel(bytes) reads tensors with their numbers in typed fields, however many", () => {
  const count = 300_000;
  const floats = Float32Array.from({ length: count }, (_, i) => i);
  // TensorProto: dims, data_type 1 (float), float_data packed, name "w"; GraphProto field 5, ModelProto field 7.
  const field = (number: number, bytes: Uint8Array): Uint8Array =>
    Buffer.concat([Uint8Array.of((number << 3) | 2), varint(bytes.length), bytes]);
  const varint = (value: number): Uint8Array => {
    const bytes: number[] = [];
    for (let rest = value; ; rest = Math.floor(rest / 128)) {
      if (rest < 128) return Uint8Array.of(...bytes, rest);
      bytes.push((rest % 128) | 128);
    }
  };
  const tensor = Buffer.concat([
    Uint8Array.of(0x08, ...varint(count), 0x10, 1),
    field(4, new Uint8Array(floats.buffer)),
    field(8, Uint8Array.of(0x77)),
  ]);
  const [read] = og.decodeModel(field(7, field(5, tensor))).graph.initializers;
  expect([read.name, read.dims]).toEqual(["w", [count]]);
  expect(Buffer.from(read.bytes).equals(Buffer.from(floats.buffer))).toBe(true);
  const ints = field(
    7,
    field(
      5,
      Buffer.concat([
        Uint8Array.of(0x08, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 0x10, 1),
      ]),
    ),
  );
  expect(() => og.decodeModel(ints)).toThrow("expected sizes >= 0, found [-1]");
});

test("decodeModel(bytes) reads what PyTorch's exporter wrote", async () => {
  const model = og.decodeModel(
    readFileSync(new URL("../../fixtures/torch-export.onnx", import.meta.url)),
  );
  expect(model.producer).toBe("pytorch");
  expect(model.graph.inputs).toEqual([{ name: "x", type: "float32", shape: ["batch", 3] }]);
  expect(model.graph.outputs.map(({ name }) => name)).toEqual(["y"]);
  expect(model.graph.nodes.map(({ opType }) => opType)).toEqual(["Gemm", "Relu", "Gemm"]);
  expect(model.graph.initializers.map(({ name, dims }) => [name, dims])).toEqual([
    ["0.weight", [4, 3]],
    ["0.bias", [4]],
    ["2.weight", [2, 4]],
    ["2.bias", [2]],
  ]);
  const [a, b] = [await runX(og.encodeModel(model)), await runX(readExport())];
  expect(a).toEqual(b);
});

const readExport = (): Uint8Array =>
  readFileSync(new URL("../../fixtures/torch-export.onnx", import.meta.url));

async function runX(bytes: Uint8Array): Promise<number[]> {
  const session = await og.onnxNode.createSession(bytes);
  const results = await session.run({ x: og.float32([1, 2, 3], [1, 3]) }, { y: null });
  await session.release();
  return Array.from(results["y"].data, Number);
}

describe("decodeModel(bytes) refuses", () => {
  test("decodeModel(bytes) refuses what is no model", () => {
    expect(() => og.decodeModel(new Uint8Array(0))).toThrow("expected an ONNX model with a graph");
    expect(() => og.decodeModel(Uint8Array.of(0x3a, 50))).toThrow("a field of 50 bytes");
    expect(() => og.decodeModel(Uint8Array.of(0x08))).toThrow("ends inside a number");
    expect(() => og.decodeModel(new Uint8Array(20).fill(255))).toThrow("longer than 64 bits");
    expect(() => og.decodeModel(Uint8Array.of(0x0b))).toThrow("wire type 3");
    expect(() => og.decodeModel(Uint8Array.of(0x00, 0x00))).toThrow("field number 0");
    expect(() => og.decodeModel(Uint8Array.of(0x12, 1, 0xff))).toThrow(RangeError);
  });

  test("decodeModel(bytes) refuses what it would lose: functions, sparse initializers, names that objects cannot hold", () => {
    const [model, key] = [og.encodeModel(everyAttribute()), new TextEncoder().encode("__proto__")];
    const pair = [0x0a, key.length, ...key, 0x12, 1, 0x61];
    expect(() => og.decodeModel(Uint8Array.of(...model, 0xca, 0x01, 0))).toThrow("functions are");
    expect(() => og.decodeModel(Uint8Array.of(...model, 0x72, pair.length, ...pair))).toThrow(
      "__proto__ cannot be a name",
    );
    expect(() => og.decodeModel(Uint8Array.of(...model, 0x3a, 2, 0x7a, 0))).toThrow("sparse");
  });

  test("decodeModel(bytes) ends with a model or an error, whatever was changed", () => {
    const bytes = og.encodeModel(everyAttribute());
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 3 }),
        fc.nat(bytes.length),
        (changes, end) => {
          const broken = bytes.slice();
          for (const [at, byte] of changes) broken[at] = byte;
          for (const candidate of [broken, broken.subarray(0, end)]) {
            try {
              og.decodeModel(candidate);
            } catch (error) {
              if (!(error instanceof RangeError)) throw error;
            }
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
