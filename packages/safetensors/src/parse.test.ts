import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse, requireTensor, toFloat32 } from "./index.ts";

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../fixtures/${name}.safetensors`, import.meta.url));

/** A file with this header text (or bytes) and this many bytes of data. */
function file(header: string | Uint8Array, dataSize = 0): Uint8Array {
  const json = typeof header === "string" ? new TextEncoder().encode(header) : header;
  const bytes = new Uint8Array(8 + json.length + dataSize);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
  bytes.set(json, 8);
  return bytes;
}

const f32 = (shape: string, offsets: string): string =>
  `{"dtype":"F32","shape":${shape},"data_offsets":${offsets}}`;

describe("a file made by an independent writer", () => {
  const { tensors, metadata } = parse(fixture("every-dtype"));

  test("parse(bytes) reads every dtype", () => {
    const read = Object.fromEntries(
      Object.entries(tensors).map(([name, { dtype, shape, data }]) => [
        name,
        [dtype, shape, [...data]],
      ]),
    );
    expect(read).toEqual({
      f64: ["F64", [3], [0.1, -2.5e300, 5e-324]],
      i64: ["I64", [2, 1], [-(2n ** 63n), 2n ** 63n - 1n]],
      u64: ["U64", [1], [2n ** 64n - 1n]],
      f32: ["F32", [2, 3], [1.5, -2.25, 3, Math.fround(1e-45), Math.fround(3.4e38), -0]],
      i32: ["I32", [2], [-(2 ** 31), 2 ** 31 - 1]],
      scalar: ["F32", [], [7.5]],
      u32: ["U32", [1], [2 ** 32 - 1]],
      bf16: ["BF16", [3], [0x3f80, 0xc0a0, 0x7f80]],
      f16: ["F16", [4], [0x3c00, 0xc500, 0x0001, 0x7bff]],
      i16: ["I16", [2], [-32768, 32767]],
      u16: ["U16", [1], [65535]],
      bool: ["BOOL", [3], [1, 0, 1]],
      empty: ["U8", [0, 4], []],
      i8: ["I8", [3], [-128, 0, 127]],
      "u8 ü 🐍": ["U8", [5], [0, 1, 2, 254, 255]],
    });
  });

  test("parse(bytes) reads the metadata", () => {
    expect({ ...metadata }).toEqual({ format: "pt", note: 'héllo "quoted"' });
  });

  test("parse(bytes) gives views, not copies, of aligned bytes", () => {
    const bytes = new Uint8Array(fixture("every-dtype"));
    const { data } = requireTensor(parse(bytes).tensors, "f64", "F64");
    expect(data.buffer).toBe(bytes.buffer);
    data[0] = 42;
    expect(requireTensor(parse(bytes).tensors, "f64", "F64").data[0]).toBe(42);
  });

  test("parse(bytes) copies what is misaligned, in the file or in its buffer", () => {
    const misaligned = parse(fixture("misaligned")).tensors;
    for (const name of ["f64", "i64", "f32", "f16", "bool", "i8"]) {
      expect(misaligned[name]).toEqual(tensors[name]);
    }
    const shifted = new Uint8Array(fixture("every-dtype").length + 3).subarray(3);
    shifted.set(fixture("every-dtype"));
    expect(parse(shifted).tensors).toEqual(tensors);
  });

  test("toFloat32(tensor) converts every dtype", () => {
    const floats = (name: string): number[] => [...toFloat32(tensors[name])];
    expect(floats("f16")).toEqual([1, -5, 2 ** -24, 65504]);
    expect(floats("bf16")).toEqual([1, -5, Infinity]);
    expect(floats("i64")).toEqual([-(2 ** 63), 2 ** 63]);
    expect(floats("f64")).toEqual([Math.fround(0.1), -Infinity, 0]);
    expect(floats("i8")).toEqual([-128, 0, 127]);
    expect(toFloat32(tensors["f32"])).toBe(tensors["f32"].data);
  });
});

describe("requireTensor(tensors, name, dtype, shape)", () => {
  const { tensors } = parse(fixture("every-dtype"));

  test("requireTensor(...) returns the tensor when all fits, -1 fits any size", () => {
    expect(requireTensor(tensors, "f32", "F32", [-1, 3]).data).toHaveLength(6);
  });

  test("requireTensor(...) says what it expected and found", () => {
    expect(() => requireTensor(tensors, "w", "F32")).toThrow(/tensor "w": not in the file, which/);
    expect(() => requireTensor(tensors, "f32", "F64")).toThrow("expected dtype F64, found F32");
    expect(() => requireTensor(tensors, "f32", "F32", [3, 2])).toThrow(
      "expected shape [3,2], found [2,3]",
    );
    expect(() => requireTensor({}, "toString", "F32")).toThrow("no tensors");
  });
});

describe("parse(bytes) refuses", () => {
  const cases: Record<string, [Uint8Array, RegExp]> = {
    "a file of under 8 bytes": [new Uint8Array(7), /at least 8 bytes, found 7/],
    "a header longer than the file": [Uint8Array.of(9, 0, 0, 0, 0, 0, 0, 0, 123), /only 1 left/],
    "a header over the limit": [new Uint8Array(8).fill(255), /18446744073709551615 bytes, the lim/],
    "an empty header": [file(""), /expected '{'/],
    "white space before the header": [file(" {}"), /expected '{'/],
    "bad UTF-8": [file(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d)), /not valid UTF-8/],
    "an unclosed object": [file("{"), /expected JSON/],
    "an unclosed string": [file('{"a'), /a string has no end/],
    "something after the header": [file("{}\0"), /other than spaces/],
    "a trailing comma": [file(`{"a":${f32("[]", "[0,4]")},}`, 4), /expected a key/],
    "no comma": [file('{"a":1 "b":2}'), /expected ',' or '}', found "/],
    "no colon": [file('{"a" 1}'), /expected ':'/],
    "a list without commas": [file('{"a":[1 2]}'), /expected ',' or ']', found 2/],
    "a word that is no JSON": [file('{"a":nope}'), /expected JSON, found nope/],
    "a bad escape": [file('{"\\q":1}'), /expected JSON, found "\\q"/],
    "deep nesting": [file(`{"a":${"[".repeat(5000)}`), /nested deeper than 8/],
    "an entry that is no object": [file('{"a":[]}'), /expected the keys dtype, shape/],
    "an unknown key": [
      file('{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4],"x":1}}', 4),
      /expected the keys/,
    ],
    "an unknown dtype": [
      file('{"a":{"dtype":"F4","shape":[],"data_offsets":[0,4]}}', 4),
      /unknown dtype "F4", expected one of F64, F32/,
    ],
    "a dtype inherited from Object": [
      file('{"a":{"dtype":"toString","shape":[],"data_offsets":[0,4]}}', 4),
      /unknown dtype "toString"/,
    ],
    "a negative size": [file(`{"a":${f32("[-1]", "[0,4]")}}`, 4), /whole numbers >= 0, found \[-1/],
    "a fractional size": [file(`{"a":${f32("[1.5]", "[0,6]")}}`, 6), /whole numbers/],
    "a negative offset": [file(`{"a":${f32("[1]", "[-4,0]")}}`), /data_offsets: expected whole/],
    "offsets the wrong way round": [file(`{"a":${f32("[1]", "[4,0]")}}`, 4), /needs 4 bytes/],
    "one offset": [file(`{"a":${f32("[1]", "[0]")}}`, 4), /data_offsets are \[0\]/],
    "three offsets": [file(`{"a":${f32("[1]", "[0,4,4]")}}`, 4), /data_offsets are/],
    "a shape that needs other bytes": [file(`{"a":${f32("[2]", "[0,4]")}}`, 4), /needs 8 bytes/],
    "an uncountable shape": [
      file(`{"a":${f32("[4294967296,4294967296,0]", "[0,0]")}}`),
      /too many elements/,
    ],
    "offsets past the end": [file(`{"a":${f32("[2]", "[0,8]")}}`, 4), /describes 8 bytes.*found 4/],
    "trailing bytes": [file(`{"a":${f32("[1]", "[0,4]")}}`, 5), /describes 4 bytes.*found 5/],
    "data without tensors": [file("{}", 1), /describes 0 bytes of data, found 1/],
    "overlapping tensors": [
      file(`{"a":${f32("[2]", "[0,8]")},"b":${f32("[1]", "[4,8]")}}`, 8),
      /tensor "b": begins at 4, expected 8: it overlaps/,
    ],
    "a hole": [
      file(`{"a":${f32("[1]", "[0,4]")},"b":${f32("[1]", "[8,12]")}}`, 12),
      /tensor "b": begins at 8, expected 4: bytes belong to no tensor/,
    ],
    "a name given twice": [
      file(`{"a":${f32("[1]", "[0,4]")},"a":${f32("[1]", "[4,8]")}}`, 8),
      /key "a" stands twice/,
    ],
    "a name given twice, once escaped": [
      file(`{"a":${f32("[1]", "[0,4]")},"\\u0061":${f32("[1]", "[4,8]")}}`, 8),
      /stands twice/,
    ],
    "a tensor named __proto__": [file(`{"__proto__":${f32("[1]", "[0,4]")}}`, 4), /cannot name/],
    "metadata under __proto__": [file('{"__metadata__":{"__proto__":"x"}}'), /expected text/],
    "metadata that is not text": [file('{"__metadata__":{"a":1}}'), /expected text under "a"/],
    "metadata that is no object": [file('{"__metadata__":[]}'), /__metadata__: expected an obj/],
  };
  for (const [name, [bytes, message]] of Object.entries(cases)) {
    test(`parse(bytes) refuses ${name}`, () => expect(() => parse(bytes)).toThrow(message));
  }
});

test("parse(bytes) accepts what is odd but legal", () => {
  expect(parse(file("{}")).tensors).toEqual({});
  expect(parse(file("{}   ")).tensors).toEqual({});
  const { tensors } = parse(
    file(`{ "b" : ${f32("[1]", "[4,8]")} ,\n"constructor":${f32("[ ]", "[0,4]")} }`, 8),
  );
  expect(Object.keys(tensors)).toEqual(["constructor", "b"]);
  expect(Object.keys(parse(file(`{"a":${f32("[0,3]", "[0,0]")}}`)).tensors)).toEqual(["a"]);
});
