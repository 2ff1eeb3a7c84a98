import { expect, test } from "vitest";
import { elementsOf } from "./element-type.ts";

test("elementsOf(type, bytes) is a view where the bytes are aligned, else a copy, of a Buffer too", () => {
  const numbers = Float32Array.of(1.5, -2);
  const bytes = new Uint8Array(16);
  for (const offset of [4, 5]) {
    bytes.set(new Uint8Array(numbers.buffer), offset);
    for (const all of [bytes, Buffer.from(bytes.buffer)]) {
      const found = elementsOf("float32", all.subarray(offset, offset + 8));
      expect(found).toEqual(numbers);
      expect(found.buffer === bytes.buffer).toBe(offset === 4);
    }
  }
});
