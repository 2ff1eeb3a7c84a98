/** bfloat16 (the upper half of a float32) to float32, exactly. */
export function bfloat16ToFloat32(bits: Uint16Array): Float32Array {
  const wide = new Uint32Array(bits.length);
  for (let i = 0; i < bits.length; i += 1) wide[i] = bits[i] << 16;
  return new Float32Array(wide.buffer);
}

/** Float32 to bfloat16 bits, rounded to nearest, ties to even. NaNs stay NaN. */
export function float32ToBfloat16(values: ArrayLike<number>): Uint16Array {
  const wide = new Uint32Array(Float32Array.from(values).buffer);
  const bits = new Uint16Array(wide.length);
  for (let i = 0; i < wide.length; i += 1) {
    const value = wide[i];
    const isNaN = (value & 0x7fffffff) > 0x7f800000;
    bits[i] = isNaN ? (value >>> 16) | 0x40 : (value + 0x7fff + ((value >>> 16) & 1)) >>> 16;
  }
  return bits;
}
