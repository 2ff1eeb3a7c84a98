import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { arange } from "../creation/range.ts";
import { NDArray } from "../core/ndarray.ts";
import { formatNpy } from "./formatNpy.ts";
import { parseNpy } from "./parseNpy.ts";

/** The bytes of a file that NumPy wrote (fixtures/npy/generate.py). */
function file(name: string): Uint8Array {
  return readFileSync(new URL(`../../fixtures/npy/${name}`, import.meta.url));
}

type Spelled = number | boolean | "nan" | "inf" | "-inf";
const held: Record<string, { shape: number[]; values: Spelled[] }> = JSON.parse(
  readFileSync(new URL("../../fixtures/npy/held.json", import.meta.url), "utf8"),
);

function value(spelled: Spelled): number {
  if (typeof spelled !== "string") return Number(spelled);
  return { nan: NaN, inf: Infinity, "-inf": -Infinity }[spelled];
}

function expectHeld(a: NDArray, name: string): void {
  expect(a.shape).toEqual(held[name].shape);
  expect(Array.from(a.toTyped())).toEqual(held[name].values.map(value));
}

describe("parseNpy(bytes) of files that NumPy wrote", () => {
  it.each([
    ["float64", "float64"],
    ["float32", "float32"],
    ["float16", "float32"],
    ["int8", "int32"],
    ["int16", "int32"],
    ["int32", "int32"],
    ["int64", "int32"],
    ["uint8", "uint8"],
    ["uint16", "int32"],
    ["uint32", "int32"],
    ["uint64", "int32"],
    ["bool", "bool"],
    ["big-endian-float64", "float64"],
    ["big-endian-int16", "int32"],
    ["fortran", "float64"],
    ["fortran-3d", "int32"],
    ["scalar", "float64"],
    ["empty", "float64"],
    ["version-2", "float64"],
    ["version-3", "float64"],
  ])("%s.npy becomes %s", (name, dtype) => {
    const a = parseNpy(file(`${name}.npy`));
    expect(a.dtype).toBe(dtype);
    expectHeld(a, name);
  });

  it("int64 beyond int32 asks for float64, and beyond 2^53 is refused", () => {
    expect(() => parseNpy(file("int64-wide.npy"))).toThrow(
      'parseNpy: the int64 9007199254740991 (element 0) does not fit int32; pass { wideIntegers: "float64" }',
    );
    expectHeld(parseNpy(file("int64-wide.npy"), { wideIntegers: "float64" }), "int64-wide");
    expect(() => parseNpy(file("int64-too-wide.npy"), { wideIntegers: "float64" })).toThrow(
      "the int64 9007199254740993 (element 1) does not fit float64 exactly",
    );
  });

  it.each([
    ["complex", 'descr "<c16" is not supported: complex numbers'],
    ["text", 'descr "<U2" is not supported: text'],
    ["dates", 'descr "<M8[D]" is not supported: dates'],
    ["structured", "structured arrays are not supported"],
    ["objects", 'descr "|O" is not supported: Python objects, which only unpickling can read'],
    ["longdouble", 'descr "<f16" is not supported: floats of this size'],
  ])("%s.npy is refused by name", (name, message) => {
    expect(() => parseNpy(file(`${name}.npy`))).toThrow(message);
  });

  it("reads bytes that lie anywhere in a buffer, and copies them", () => {
    const bytes = file("float64.npy");
    const shifted = new Uint8Array(bytes.length + 3).subarray(3);
    shifted.set(bytes);
    const a = parseNpy(shifted);
    shifted.fill(0);
    expectHeld(a, "float64");
  });
});

describe("formatNpy(array)", () => {
  it.each(["float64", "float32", "int32", "uint8", "bool", "scalar", "empty"])(
    "writes %s.npy as NumPy does, byte for byte",
    (name) => {
      const bytes = file(`${name}.npy`);
      expect(formatNpy(parseNpy(bytes))).toEqual(new Uint8Array(bytes));
    },
  );

  it("writes views in C order", () => {
    const view = arange(12).reshape(3, 4).T.at("::-2");
    expect(parseNpy(formatNpy(view)).toArray()).toEqual(view.toArray());
  });

  it("takes nested arrays and long shapes", () => {
    expect(parseNpy(formatNpy([[true], [false]])).toArray()).toEqual([[true], [false]]);
    const deep = array(7).reshape(new Array<number>(40).fill(1));
    expect(parseNpy(formatNpy(deep)).shape).toEqual(deep.shape);
  });
});

describe("parseNpy(bytes) of what is no sound file", () => {
  /** Version 1 bytes with any header text. */
  function withHeader(text: string, data = 16): Uint8Array {
    const header = new TextEncoder().encode(text);
    const bytes = new Uint8Array(10 + header.length + data);
    bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length & 255, header.length >> 8]);
    bytes.set(header, 10);
    return bytes;
  }
  const header = (shape: string, descr = "'<f8'", order = "False"): string =>
    `{'descr': ${descr}, 'fortran_order': ${order}, 'shape': ${shape}, }\n`;

  it("withHeader is read when it is sound", () => {
    expect(parseNpy(withHeader(header("(2,)"))).toArray()).toEqual([0, 0]);
    expect(
      parseNpy(withHeader(`{"shape":(1,2),"fortran_order":True,"descr":"<f8"}`)).shape,
    ).toEqual([1, 2]);
  });

  it("every truncation is an error", () => {
    const bytes = file("float64.npy");
    for (let length = 0; length < bytes.length; length++) {
      expect(() => parseNpy(bytes.subarray(0, length))).toThrow("parseNpy: ");
    }
  });

  it.each([
    ["not an .npy file", new TextEncoder().encode("<html>404</html>")],
    ["it is truncated or altered", withHeader(header("(3,)"))],
    ["it is truncated or altered", withHeader(header("(1,)"))],
    ["it is truncated or altered", withHeader(header("(9007199254740991, 9007199254740991)"))],
    ["not a Python literal", withHeader(header("(-2,)"))],
    ["not a Python literal", withHeader(header("(2.0,)"))],
    ["expected a header with descr", withHeader(header("2"))],
    ["expected a header with descr", withHeader(header("(2,)", "'<f8'", "0"))],
    ["expected a header with descr", withHeader("(1, 2)")],
    ["not a Python literal", withHeader("__import__('os').system('true')")],
    ["not a Python literal", withHeader(`${"(".repeat(100)}${")".repeat(100)}`)],
    ["not a Python literal", withHeader(header("(2 2)"))],
    ["not a Python literal", withHeader("{'descr': '<f8', 'descr': '<f4'}")],
    ["not a Python literal", withHeader("")],
    ["is not supported: an unknown element type", withHeader(header("(2,)", "'<q9'"))],
    ["is not supported: an unknown element type", withHeader(header("(2,)", "''"))],
    ["is not supported: an unknown element type", withHeader(header("(2,)", "'constructor'"))],
  ])("%s", (message, bytes) => {
    expect(() => parseNpy(bytes)).toThrow(message);
  });

  it("refuses other versions and overlong headers", () => {
    const bytes = withHeader(header("(2,)"));
    bytes[6] = 4;
    expect(() => parseNpy(bytes)).toThrow("expected format version 1, 2 or 3, got 4");
    const long = new Uint8Array(100);
    long.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 2, 0, 0xff, 0xff, 0xff, 0xff]);
    expect(() => parseNpy(long)).toThrow("a header of 4294967295 bytes is longer than 65536");
  });
});
