import { expect, test } from "vitest";
import { signedLeb128, unsignedLeb128 } from "./leb128.ts";

test("unsignedLeb128(n) takes seven bits a byte, low bits first", () => {
  expect(unsignedLeb128(0)).toEqual([0]);
  expect(unsignedLeb128(127)).toEqual([0x7f]);
  expect(unsignedLeb128(128)).toEqual([0x80, 0x01]);
  expect(unsignedLeb128(624485)).toEqual([0xe5, 0x8e, 0x26]);
  expect(unsignedLeb128(0x80000000)).toEqual([0x80, 0x80, 0x80, 0x80, 0x08]);
  expect(unsignedLeb128(0xffffffff)).toEqual([0xff, 0xff, 0xff, 0xff, 0x0f]);
});

test("unsignedLeb128(n) refuses what is no unsigned 32-bit integer", () => {
  for (const value of [-1, 0.5, 2 ** 32, NaN])
    expect(() => unsignedLeb128(value)).toThrow("expected an integer in [0, 2^32)");
});

test("signedLeb128(n) ends where the sign bit is right", () => {
  expect(signedLeb128(0)).toEqual([0]);
  expect(signedLeb128(63)).toEqual([0x3f]);
  expect(signedLeb128(64)).toEqual([0xc0, 0x00]);
  expect(signedLeb128(-1)).toEqual([0x7f]);
  expect(signedLeb128(-64)).toEqual([0x40]);
  expect(signedLeb128(-65)).toEqual([0xbf, 0x7f]);
  expect(signedLeb128(-123456)).toEqual([0xc0, 0xbb, 0x78]);
  expect(signedLeb128(-0x80000000)).toEqual([0x80, 0x80, 0x80, 0x80, 0x78]);
  expect(signedLeb128(0x7fffffff)).toEqual([0xff, 0xff, 0xff, 0xff, 0x07]);
});

test("signedLeb128(n) reads numbers from 2^31 on as the negative i32 with the same bits", () => {
  expect(signedLeb128(0xffffffff)).toEqual(signedLeb128(-1));
  expect(signedLeb128(0x80000000)).toEqual(signedLeb128(-0x80000000));
  expect(signedLeb128(2n ** 64n - 1n)).toEqual([0x7f]);
});

test("signedLeb128(bigint) covers the whole of i64", () => {
  expect(signedLeb128(2n ** 63n - 1n)).toEqual([...new Array<number>(9).fill(0xff), 0x00]);
  expect(signedLeb128(-(2n ** 63n))).toEqual([...new Array<number>(9).fill(0x80), 0x7f]);
  expect(() => signedLeb128(2n ** 64n)).toThrow("expected a bigint in [-2^63, 2^64)");
});

test("signedLeb128(n) refuses what fits neither reading of 32 bits", () => {
  for (const value of [2 ** 32, -(2 ** 31) - 1, 1.5, NaN])
    expect(() => signedLeb128(value)).toThrow("expected an integer in [-2^31, 2^32)");
});
