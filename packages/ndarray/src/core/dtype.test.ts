import { expect, it } from "vitest";
import { allocate, checkDType, dtypeOfBuffer } from "./dtype.ts";
import { UnsupportedError } from "./errors.ts";

it("checkDType(operation, dtype) names a dtype of NumPy's that is left out", () => {
  expect(checkDType("zeros", "uint8")).toBe("uint8");
  expect(() => checkDType("zeros", "int64")).toThrow(UnsupportedError);
  expect(() => checkDType("zeros", "complex128")).toThrow(
    "zeros: dtype complex128 is not supported; use one of float64, float32, int32, uint8, bool",
  );
  expect(() => checkDType("zeros", "toString")).toThrow("zeros: dtype toString is not supported");
});

it("dtypeOfBuffer(data) takes a Uint8Array for uint8 and refuses other buffers", () => {
  expect(dtypeOfBuffer(new Float32Array(1))).toBe("float32");
  expect(dtypeOfBuffer(new Uint8Array(1))).toBe("uint8");
  // @ts-expect-error: JavaScript may pass any buffer.
  expect(() => dtypeOfBuffer(new Int16Array(1))).toThrow("got Int16Array");
});

it("allocate(dtype, size) makes zeros, and says what was asked for when it cannot", () => {
  expect(allocate("int32", 2)).toEqual(new Int32Array(2));
  expect(() => allocate("float64", 2 ** 50)).toThrow(
    "cannot allocate 1125899906842624 elements of float64",
  );
});
