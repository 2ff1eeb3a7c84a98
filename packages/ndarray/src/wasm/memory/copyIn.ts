import type { TypedArray } from "../../core/dtype.ts";
import type { Area } from "./area.ts";

/** Copies `count` neighbouring elements of an array from `start` on to an address. */
export function copyIn(
  area: Area,
  data: TypedArray,
  start: number,
  count: number,
  address: number,
): void {
  const whole = start === 0 && count === data.length;
  area
    .viewLike(data)
    .set(whole ? data : data.subarray(start, start + count), address / data.BYTES_PER_ELEMENT);
}

/** Copies contiguous lines, `stride` elements apart, next to each other. */
export function copyLines(
  area: Area,
  data: TypedArray,
  offset: number,
  stride: number,
  count: number,
  length: number,
  address: number,
): void {
  if (stride === length) {
    copyIn(area, data, offset, count * length, address);
    return;
  }
  const bytes = length * data.BYTES_PER_ELEMENT;
  for (let i = 0; i < count; i++)
    copyIn(area, data, offset + i * stride, length, address + i * bytes);
}
