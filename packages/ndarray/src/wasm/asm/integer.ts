import { signedLeb128 } from "./leb128.ts";
import { binary, memoryImmediate, operation, unary } from "./types.ts";
import type { Expr, Statement } from "./types.ts";

const one = unary<"i32", "i32">;
const two = binary<"i32", "i32">;

/** i32 instructions. Pointers are i32 and unsigned: compare them with the `U` forms. */
export const i32 = {
  const: (value: number): Expr<"i32"> => operation("i32", [0x41, ...signedLeb128(value)]),
  eqz: one("i32", 0x45),
  eq: two("i32", 0x46),
  ne: two("i32", 0x47),
  ltS: two("i32", 0x48),
  ltU: two("i32", 0x49),
  gtS: two("i32", 0x4a),
  gtU: two("i32", 0x4b),
  leS: two("i32", 0x4c),
  leU: two("i32", 0x4d),
  geS: two("i32", 0x4e),
  geU: two("i32", 0x4f),
  add: two("i32", 0x6a),
  sub: two("i32", 0x6b),
  mul: two("i32", 0x6c),
  divS: two("i32", 0x6d),
  divU: two("i32", 0x6e),
  remU: two("i32", 0x70),
  and: two("i32", 0x71),
  or: two("i32", 0x72),
  xor: two("i32", 0x73),
  shl: two("i32", 0x74),
  shrS: two("i32", 0x75),
  shrU: two("i32", 0x76),
  wrapI64: unary<"i64", "i32">("i32", 0xa7),
  reinterpretF32: unary<"f32", "i32">("i32", 0xbc),
  /** `condition ? a : b`, both evaluated. */
  select: (a: Expr<"i32">, b: Expr<"i32">, condition: Expr<"i32">): Expr<"i32"> =>
    operation("i32", [0x1b], a, b, condition),
  load: (address: Expr<"i32">, offset = 0): Expr<"i32"> =>
    operation("i32", [0x28, ...memoryImmediate(2, offset)], address),
  load8U: (address: Expr<"i32">, offset = 0): Expr<"i32"> =>
    operation("i32", [0x2d, ...memoryImmediate(0, offset)], address),
  store: (address: Expr<"i32">, value: Expr<"i32">, offset = 0): Statement =>
    operation("i32", [0x36, ...memoryImmediate(2, offset)], address, value),
  store8: (address: Expr<"i32">, value: Expr<"i32">, offset = 0): Statement =>
    operation("i32", [0x3a, ...memoryImmediate(0, offset)], address, value),
};

const two64 = binary<"i64", "i64">;
const compare64 = binary<"i64", "i32">;

/** i64 instructions, as far as the kernels' integer tricks on float64 bits need them. */
export const i64 = {
  const: (value: bigint): Expr<"i64"> => operation("i64", [0x42, ...signedLeb128(value)]),
  eqz: unary<"i64", "i32">("i32", 0x50),
  eq: compare64("i32", 0x51),
  ne: compare64("i32", 0x52),
  ltS: compare64("i32", 0x53),
  gtS: compare64("i32", 0x55),
  add: two64("i64", 0x7c),
  sub: two64("i64", 0x7d),
  mul: two64("i64", 0x7e),
  and: two64("i64", 0x83),
  or: two64("i64", 0x84),
  xor: two64("i64", 0x85),
  shl: two64("i64", 0x86),
  shrS: two64("i64", 0x87),
  shrU: two64("i64", 0x88),
  extendI32S: unary<"i32", "i64">("i64", 0xac),
  extendI32U: unary<"i32", "i64">("i64", 0xad),
  reinterpretF64: unary<"f64", "i64">("i64", 0xbd),
  load: (address: Expr<"i32">, offset = 0): Expr<"i64"> =>
    operation("i64", [0x29, ...memoryImmediate(3, offset)], address),
  store: (address: Expr<"i32">, value: Expr<"i64">, offset = 0): Statement =>
    operation("i64", [0x37, ...memoryImmediate(3, offset)], address, value),
};

/** Sets `count` bytes from `address` on. */
export function memoryFill(address: Expr<"i32">, byte: Expr<"i32">, count: Expr<"i32">): Statement {
  return operation("i32", [0xfc, 0x0b, 0x00], address, byte, count);
}
