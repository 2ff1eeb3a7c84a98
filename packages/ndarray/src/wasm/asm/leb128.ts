/** Unsigned LEB128 bytes of an integer in [0, 2^32), the form of every index and size in a module. */
export function unsignedLeb128(value: number): number[] {
  if (!Number.isInteger(value) || value < 0 || value > 0xffffffff)
    throw new RangeError(`unsignedLeb128: expected an integer in [0, 2^32), found ${value}`);
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = rest & 0x7f;
    rest >>>= 7;
    if (rest === 0) {
      bytes.push(low);
      return bytes;
    }
    bytes.push(low | 0x80);
  }
}

/**
 * Signed LEB128 bytes of an integer, the form of `i32.const` and `i64.const`.
 *
 * A number must lie in [-2^31, 2^32): the upper half is read as the unsigned spelling of a negative
 * i32. A bigint must lie in [-2^63, 2^64) and is read the same way as an i64.
 */
export function signedLeb128(value: number | bigint): number[] {
  let rest = typeof value === "bigint" ? checkedI64(value) : BigInt(checkedI32(value));
  const bytes: number[] = [];
  for (;;) {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    const signBit = (low & 0x40) !== 0;
    if ((rest === 0n && !signBit) || (rest === -1n && signBit)) {
      bytes.push(low);
      return bytes;
    }
    bytes.push(low | 0x80);
  }
}

function checkedI32(value: number): number {
  if (!Number.isInteger(value) || value < -0x80000000 || value > 0xffffffff)
    throw new RangeError(`signedLeb128: expected an integer in [-2^31, 2^32), found ${value}`);
  return value | 0;
}

function checkedI64(value: bigint): bigint {
  if (value < -(2n ** 63n) || value >= 2n ** 64n)
    throw new RangeError(`signedLeb128: expected a bigint in [-2^63, 2^64), found ${value}`);
  return BigInt.asIntN(64, value);
}
