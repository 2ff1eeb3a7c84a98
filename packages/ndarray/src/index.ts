export { NDArray } from "./core/ndarray.ts";
export type { NestedArray } from "./core/ndarray.ts";
export type { ArrayOf, DType, TypedArray } from "./core/dtype.ts";
export { AxisError, DTypeError, IndexError, ShapeError, UnsupportedError } from "./core/errors.ts";
export { promote } from "./core/promote.ts";
export { broadcastShapes } from "./core/broadcast.ts";
export type { Index } from "./indexing/parse.ts";
export type { ArrayInput } from "./elementwise/operand.ts";
export { asArray } from "./elementwise/operand.ts";

export { array, fromTyped } from "./creation/array.ts";
export { empty, eye, full, fullLike, ones, onesLike, zeros, zerosLike } from "./creation/filled.ts";
export { arange, linspace } from "./creation/range.ts";

export * from "./elementwise/arithmetic.ts";
export * from "./elementwise/comparison.ts";
export * from "./elementwise/exponential.ts";
export * from "./elementwise/trigonometric.ts";
export { where } from "./elementwise/where.ts";

export { countNonzero, prod, sum } from "./reduce/sum.ts";
export { all, any } from "./reduce/truth.ts";
export { max, min } from "./reduce/extremes.ts";
export { mean, std, variance } from "./reduce/mean.ts";
export { argmax, argmin } from "./reduce/argmax.ts";

export { broadcastArrays, broadcastTo } from "./shape/broadcast.ts";
export { concatenate, stack } from "./shape/concatenate.ts";
export { expandDims, squeeze } from "./shape/expand.ts";
export { reshape } from "./shape/reshape.ts";
export { moveaxis, swapaxes, transpose } from "./shape/transpose.ts";

export { argwhere, nonzero } from "./indexing/nonzero.ts";
export { take, takeAlongAxis } from "./indexing/take.ts";

export { dot, outer } from "./products/dot.ts";
export { matmul } from "./products/matmul.ts";
