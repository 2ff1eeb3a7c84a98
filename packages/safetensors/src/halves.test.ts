import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  bfloat16ToFloat32,
  float16ToFloat32,
  float32ToBfloat16,
  float32ToFloat16,
} from "./index.ts";

type Halves = Record<"float32Bits" | "float16" | "float16AsFloat32Bits" | "bfloat16", number[]>;
const halves: Halves = JSON.parse(
  readFileSync(new URL("../fixtures/halves.json", import.meta.url), "utf8"),
);
const float32 = new Float32Array(Uint32Array.from(halves.float32Bits).buffer);
const bitsOf = (values: Float32Array): number[] => [...new Uint32Array(values.buffer)];

test("float32ToFloat16(values) rounds as NumPy does", () => {
  expect([...float32ToFloat16(float32)]).toEqual(halves.float16);
});

test("float16ToFloat32(bits) is exact", () => {
  expect(bitsOf(float16ToFloat32(Uint16Array.from(halves.float16)))).toEqual(
    halves.float16AsFloat32Bits,
  );
});

test("float32ToBfloat16(values) rounds to nearest, ties to even", () => {
  expect([...float32ToBfloat16(float32)]).toEqual(halves.bfloat16);
});

test("every half and bfloat16 survives the way to float32 and back", () => {
  const all = Uint16Array.from({ length: 65536 }, (_, bits) => bits);
  const half = float32ToFloat16(float16ToFloat32(all));
  const brain = float32ToBfloat16(bfloat16ToFloat32(all));
  for (let bits = 0; bits < 65536; bits += 1) {
    const isHalfNaN = (bits & 0x7fff) > 0x7c00;
    const isBrainNaN = (bits & 0x7fff) > 0x7f80;
    if (half[bits] !== bits && !isHalfNaN) throw new Error(`float16 ${bits} became ${half[bits]}`);
    if (brain[bits] !== bits && !isBrainNaN) throw new Error(`bfloat16 ${bits}: ${brain[bits]}`);
  }
  expect(float16ToFloat32(float32ToFloat16([NaN]))[0]).toBeNaN();
  expect(bfloat16ToFloat32(float32ToBfloat16([NaN]))[0]).toBeNaN();
});
