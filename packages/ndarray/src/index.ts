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
export * from "./elementwise/bitwise.ts";
export { clip } from "./elementwise/clip.ts";
export { allclose, arrayEqual, isclose } from "./elementwise/closeness.ts";
export * from "./elementwise/comparison.ts";
export * from "./elementwise/exponential.ts";
export * from "./elementwise/rounding.ts";
export * from "./elementwise/special.ts";
export * from "./elementwise/trigonometric.ts";
export { where } from "./elementwise/where.ts";

export { countNonzero, prod, sum } from "./reduce/sum.ts";
export { all, any } from "./reduce/truth.ts";
export { max, min } from "./reduce/extremes.ts";
export { cumprod, cumsum } from "./reduce/cumulative.ts";
export { diff } from "./reduce/diff.ts";
export { logsumexp } from "./reduce/logsumexp.ts";
export { median, quantile } from "./reduce/quantile.ts";
export { mean, std, variance } from "./reduce/mean.ts";
export { argmax, argmin } from "./reduce/argmax.ts";

export { broadcastArrays, broadcastTo } from "./shape/broadcast.ts";
export { concatenate, stack } from "./shape/concatenate.ts";
export { diag, diagonal, tril, triu } from "./shape/diagonal.ts";
export { expandDims, squeeze } from "./shape/expand.ts";
export { flip, roll } from "./shape/flip.ts";
export { repeat, tile } from "./shape/repeat.ts";
export { split } from "./shape/split.ts";
export { reshape } from "./shape/reshape.ts";
export { moveaxis, swapaxes, transpose } from "./shape/transpose.ts";

export { argwhere, nonzero } from "./indexing/nonzero.ts";
export { take, takeAlongAxis } from "./indexing/take.ts";

export { argsort, sort } from "./sorting/sort.ts";
export { bincount } from "./sorting/bincount.ts";
export { searchsorted } from "./sorting/searchsorted.ts";
export { unique, uniqueAll } from "./sorting/unique.ts";
export type { UniqueResult } from "./sorting/unique.ts";

export { einsum } from "./products/einsum.ts";
export { dot, outer } from "./products/dot.ts";
export { matmul } from "./products/matmul.ts";

export { randomGenerator } from "./random/generator.ts";
export type { FloatOptions, Generator, GeneratorState } from "./random/generator.ts";
export type { ChoiceOptions, Choosable } from "./random/choose.ts";
export type { Size } from "./random/draws.ts";
export type { Seed } from "./random/seedSequence.ts";

export * as linalg from "./linalg/index.ts";
export { LinAlgError } from "./linalg/linAlgError.ts";

export { formatNpy } from "./npy/formatNpy.ts";
export { NpyError } from "./npy/npyError.ts";
export { formatNpz, parseNpz } from "./npy/npz.ts";
export type { NpzReadOptions, NpzWriteOptions } from "./npy/npz.ts";
export { parseNpy } from "./npy/parseNpy.ts";
export type { NpyOptions } from "./npy/parseNpy.ts";

export * as fused from "./wasm/fused/index.ts";
export { enableExperimentalKernels, kernels } from "./wasm/current.ts";
export type { KernelReport } from "./wasm/current.ts";
export { keep, release, scope, toHeap } from "./wasm/scopes.ts";

export * from "./leftOut.ts";
