import { assert, bigInt, constantFrom, oneof, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { fillBlock } from "./pcg64Block.ts";
import { wasmFillBlock } from "./pcg64Wasm.ts";

const MULTIPLIER = 0x2360ed051fc65da44385df649fccf645n;
const MASK_64 = (1n << 64n) - 1n;
const MASK_128 = (1n << 128n) - 1n;

/** PCG64 as its paper writes it, in BigInt: the oracle of the fast one. */
function reference(state: bigint, inc: bigint): { state: bigint; output: bigint } {
  const next = (state * MULTIPLIER + inc) & MASK_128;
  const mixed = (next >> 64n) ^ (next & MASK_64);
  const turn = next >> 122n;
  return { state: next, output: ((mixed >> turn) | (mixed << (64n - turn))) & MASK_64 };
}

function words(value: bigint): Uint32Array {
  return Uint32Array.from({ length: 4 }, (_, i) => Number((value >> BigInt(32 * i)) & 0xffffffffn));
}

const edges = [0n, 1n, MASK_64, MASK_128, 1n << 64n, MASK_128 - MASK_64, 0xffffffffn << 32n];
const any128 = oneof(bigInt({ min: 0n, max: MASK_128 }), constantFrom(...edges));

const isPlain = process.env["ML_ROADMAP_KERNELS"] === "plain";

it("wasmFillBlock() is there unless the plain kernels are asked for", () => {
  expect(wasmFillBlock() === undefined).toBe(isPlain);
});

describe.each([
  ["TypeScript", fillBlock],
  ["WebAssembly", wasmFillBlock()],
])("fillBlock(state, increment, words) in %s", (_, fill) => {
  it.skipIf(fill === undefined)("is PCG64 for any state and increment", () => {
    assert(
      property(any128, any128, (start, inc) => {
        const state = words(start);
        const block = new Uint32Array(2 * 64);
        fill?.(state, words(inc), block);
        let expected = { state: start, output: 0n };
        for (let i = 0; i < 64; i++) {
          expected = reference(expected.state, inc);
          const output = (BigInt(block[2 * i + 1]) << 32n) | BigInt(block[2 * i]);
          expect(output).toBe(expected.output);
        }
        expect(state).toEqual(words(expected.state));
      }),
      { numRuns: 300 },
    );
  });
});
