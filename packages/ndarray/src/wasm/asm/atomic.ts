import { memoryImmediate, operation } from "./types.ts";
import type { Expr, Statement } from "./types.ts";

const word = memoryImmediate(2, 0);

/** Sequentially consistent operations on aligned 32-bit words of a shared memory. */
export const atomic = {
  load: (address: Expr<"i32">): Expr<"i32"> => operation("i32", [0xfe, 0x10, ...word], address),
  store: (address: Expr<"i32">, value: Expr<"i32">): Statement =>
    operation("i32", [0xfe, 0x17, ...word], address, value),
  /** Adds and gives the value before. */
  add: (address: Expr<"i32">, value: Expr<"i32">): Expr<"i32"> =>
    operation("i32", [0xfe, 0x1e, ...word], address, value),
  /** Stores `replacement` where the word is `expected`; gives the value before. */
  compareExchange: (
    address: Expr<"i32">,
    expected: Expr<"i32">,
    replacement: Expr<"i32">,
  ): Expr<"i32"> => operation("i32", [0xfe, 0x48, ...word], address, expected, replacement),
};
