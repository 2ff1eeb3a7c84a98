import type { BinaryKernel, UnaryKernel, WhereKernel } from "../../kernels.ts";
import type { FloatType } from "../asm/index.ts";
import { addressOf, bytesOf } from "../floatArray.ts";
import { inChunks, isWorthStaging } from "../memory/chunks.ts";
import { find } from "../runtime.ts";
import type { Runtime } from "../runtime.ts";
import { binaryNames } from "./binary.ts";
import { comparisonNames } from "./comparison.ts";
import { arithmeticModule, mathModule } from "./modules.ts";
import { mathNames, simpleUnaryNames } from "./unary.ts";

// Measured (docs/kernels.md): with fewer elements the plain loop is faster, in the heap because of
// the call, outside because of the copies. Results with gaps outside of the heap stay with the plain loop.
const leastInHeap = 16;
const leastStaged = { simple: 256, math: 200 };

/** The unary kernels of a type by the names of the public functions. */
export function unaryKernels(runtime: Runtime, type: FloatType): Record<string, UnaryKernel> {
  const kernels = [
    ...simpleUnaryNames.map((name) => [name, unary(runtime, type, name, false)] as const),
    ...mathNames.map((name) => [name, unary(runtime, type, name, true)] as const),
  ];
  return Object.fromEntries(kernels);
}

/** The binary kernels and comparisons of a type by the names of the public functions. */
export function binaryKernels(runtime: Runtime, type: FloatType): Record<string, BinaryKernel> {
  const kernels = [
    ...binaryNames.map((name) => [name, binary(runtime, type, name, bytesOf(type))] as const),
    ...comparisonNames.map((name) => [name, binary(runtime, type, name, 1)] as const),
  ];
  return Object.fromEntries(kernels);
}

function unary(runtime: Runtime, type: FloatType, name: string, isMath: boolean): UnaryKernel {
  const kernel = find(runtime, isMath ? mathModule : arithmeticModule, type, name);
  const bytes = bytesOf(type);
  const least = isMath ? leastStaged.math : leastStaged.simple;
  const { heap } = runtime;
  return (n, x, xOffset, xStride, out, outOffset, outStride, rows = 1, xRow = 0, outRow = 0) => {
    if (n < leastInHeap) return false;
    if (heap.owns(x) && heap.owns(out)) {
      let [from, to] = [addressOf(x, xOffset), addressOf(out, outOffset)];
      const [step, toStep] = [xStride * bytes, outStride * bytes];
      for (let r = 0; r < rows; r++, from += xRow * bytes, to += outRow * bytes)
        kernel.inHeap(n, from, step, to, toStep);
      return true;
    }
    if (n < least || !isWorthStaging(x, xStride) || outStride !== 1) return false;
    for (let r = 0; r < rows; r++) {
      const source = { data: x, offset: xOffset + r * xRow, stride: xStride };
      const target = { data: out, offset: outOffset + r * outRow };
      inChunks(runtime.staging, n, [source], [target], (count, [from, to]) =>
        kernel.staged(count, from, xStride * bytes, to, bytes),
      );
    }
    return true;
  };
}

function binary(runtime: Runtime, type: FloatType, name: string, outBytes: number): BinaryKernel {
  const arrays = find(runtime, arithmeticModule, type, name);
  const arrayScalar = find(runtime, arithmeticModule, type, `${name} scalar`);
  const scalarArray = find(runtime, arithmeticModule, type, `scalar ${name}`);
  const bytes = bytesOf(type);
  const { heap } = runtime;
  // prettier-ignore
  return (n, a, aOffset, aStride, b, bOffset, bStride, out, outOffset, outStride, rows = 1, aRow = 0, bRow = 0, outRow = 0) => {
    if (n < leastInHeap || (aStride === 0 && bStride === 0)) return false;
    // A stride of 0 is a scalar, which is passed as a number: only the arrays have to be reached.
    const hasScalar = aStride === 0 || bStride === 0;
    const withScalar = aStride === 0 ? scalarArray : arrayScalar;
    const [array, offset, stride, row] =
      aStride === 0 ? [b, bOffset, bStride, bRow] : [a, aOffset, aStride, aRow];
    const scalarOf = (r: number): number =>
      aStride === 0 ? a[aOffset + r * aRow] : b[bOffset + r * bRow];
    if (heap.owns(out) && heap.owns(array) && (hasScalar || heap.owns(b))) {
      let [from, to] = [addressOf(array, offset), addressOf(out, outOffset)];
      let second = hasScalar ? 0 : addressOf(b, bOffset);
      const [step, toStep, secondStep] = [stride * bytes, outStride * outBytes, bStride * bytes];
      for (let r = 0; r < rows; r++) {
        if (hasScalar) withScalar.inHeap(n, from, step, scalarOf(r), to, toStep);
        else arrays.inHeap(n, from, step, second, secondStep, to, toStep);
        from += row * bytes;
        second += bRow * bytes;
        to += outRow * outBytes;
      }
      return true;
    }
    const areStaged = isWorthStaging(array, stride) && (hasScalar || isWorthStaging(b, bStride));
    if (n < leastStaged.simple || !areStaged || outStride !== 1) return false;
    for (let r = 0; r < rows; r++) {
      const inputs = [{ data: array, offset: offset + r * row, stride }];
      if (!hasScalar) inputs.push({ data: b, offset: bOffset + r * bRow, stride: bStride });
      const target = { data: out, offset: outOffset + r * outRow };
      inChunks(runtime.staging, n, inputs, [target], (count, at) => {
        const step = stride * bytes;
        if (hasScalar) withScalar.staged(count, at[0], step, scalarOf(r), at[1], outBytes);
        else arrays.staged(count, at[0], step, at[1], bStride * bytes, at[2], outBytes);
      });
    }
    return true;
  };
}

/** `out = condition ? a : b` with the condition and `out` contiguous. */
export function whereKernel(runtime: Runtime, type: FloatType): WhereKernel {
  const kernel = find(runtime, arithmeticModule, type, "where");
  const bytes = bytesOf(type);
  const { heap } = runtime;
  return (
    n,
    condition,
    conditionOffset,
    a,
    aOffset,
    aStride,
    b,
    bOffset,
    bStride,
    out,
    outOffset,
  ) => {
    if (n < leastInHeap) return false;
    if (heap.owns(condition) && heap.owns(a) && heap.owns(b) && heap.owns(out)) {
      const [test, to] = [addressOf(condition, conditionOffset), addressOf(out, outOffset)];
      const [x, y] = [addressOf(a, aOffset), addressOf(b, bOffset)];
      kernel.inHeap(n, test, x, aStride * bytes, y, bStride * bytes, to);
      return true;
    }
    if (n < leastStaged.simple || !isWorthStaging(a, aStride) || !isWorthStaging(b, bStride))
      return false;
    const inputs = [
      { data: condition, offset: conditionOffset },
      { data: a, offset: aOffset, stride: aStride },
      { data: b, offset: bOffset, stride: bStride },
    ];
    const target = { data: out, offset: outOffset };
    inChunks(runtime.staging, n, inputs, [target], (count, [test, x, y, to]) =>
      kernel.staged(count, test, x, aStride * bytes, y, bStride * bytes, to),
    );
    return true;
  };
}
