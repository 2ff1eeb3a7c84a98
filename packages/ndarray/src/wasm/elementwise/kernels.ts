import type { BinaryKernel, UnaryKernel, WhereKernel } from "../../kernels.ts";
import type { FloatType } from "../asm/index.ts";
import { addressOf, bytesOf } from "../floatArray.ts";
import { inChunks } from "../memory/chunks.ts";
import { find } from "../runtime.ts";
import type { Runtime } from "../runtime.ts";
import { binaryNames } from "./binary.ts";
import { comparisonNames } from "./comparison.ts";
import { arithmeticModule, mathModule } from "./modules.ts";
import { mathNames, simpleUnaryNames } from "./unary.ts";

// Measured (docs/kernels.md): with fewer elements the plain loop is faster, in the heap because of
// the call, outside because of the copies. Strided arrays outside of the heap stay with the plain loop.
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
  return (n, x, xOffset, xStride, out, outOffset, outStride) => {
    if (n < leastInHeap) return false;
    if (heap.owns(x) && heap.owns(out)) {
      const [from, to] = [addressOf(x, xOffset), addressOf(out, outOffset)];
      kernel.inHeap(n, from, xStride * bytes, to, outStride * bytes);
      return true;
    }
    if (n < least || xStride !== 1 || outStride !== 1) return false;
    const target = { data: out, offset: outOffset };
    inChunks(runtime.staging, n, [{ data: x, offset: xOffset }], [target], (count, [from, to]) =>
      kernel.staged(count, from, bytes, to, bytes),
    );
    return true;
  };
}

function binary(runtime: Runtime, type: FloatType, name: string, outBytes: number): BinaryKernel {
  const arrays = find(runtime, arithmeticModule, type, name);
  const arrayScalar = find(runtime, arithmeticModule, type, `${name} scalar`);
  const scalarArray = find(runtime, arithmeticModule, type, `scalar ${name}`);
  const bytes = bytesOf(type);
  const { heap } = runtime;
  return (n, a, aOffset, aStride, b, bOffset, bStride, out, outOffset, outStride) => {
    if (n < leastInHeap || (aStride === 0 && bStride === 0)) return false;
    // A stride of 0 is a scalar, which is passed as a number: only the arrays have to be reached.
    const hasScalar = aStride === 0 || bStride === 0;
    const withScalar = aStride === 0 ? scalarArray : arrayScalar;
    const [scalar, array, offset, stride] =
      aStride === 0 ? [a[aOffset], b, bOffset, bStride] : [b[bOffset], a, aOffset, aStride];
    if (heap.owns(out) && heap.owns(array) && (hasScalar || heap.owns(b))) {
      const [from, to] = [addressOf(array, offset), addressOf(out, outOffset)];
      const [step, toStep] = [stride * bytes, outStride * outBytes];
      if (hasScalar) withScalar.inHeap(n, from, step, scalar, to, toStep);
      else arrays.inHeap(n, from, step, addressOf(b, bOffset), bStride * bytes, to, toStep);
      return true;
    }
    const isDense = stride === 1 && outStride === 1 && (hasScalar || bStride === 1);
    if (n < leastStaged.simple || !isDense) return false;
    const inputs = [{ data: array, offset }];
    if (!hasScalar) inputs.push({ data: b, offset: bOffset });
    const target = { data: out, offset: outOffset };
    inChunks(runtime.staging, n, inputs, [target], (count, at) => {
      if (hasScalar) withScalar.staged(count, at[0], bytes, scalar, at[1], outBytes);
      else arrays.staged(count, at[0], bytes, at[1], bytes, at[2], outBytes);
    });
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
    if (n < leastStaged.simple || aStride !== 1 || bStride !== 1) return false;
    const inputs = [
      { data: condition, offset: conditionOffset },
      { data: a, offset: aOffset },
      { data: b, offset: bOffset },
    ];
    const target = { data: out, offset: outOffset };
    inChunks(runtime.staging, n, inputs, [target], (count, [test, x, y, to]) =>
      kernel.staged(count, test, x, bytes, y, bytes, to),
    );
    return true;
  };
}
