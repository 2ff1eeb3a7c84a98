import type { KernelSet } from "../kernels.ts";
import { binaryKernels, unaryKernels, whereKernel } from "./elementwise/kernels.ts";
import { gemmKernel } from "./gemm/gemm.ts";
import { planeKernel } from "./elementwise/planeKernel.ts";
import { dotKernel } from "./reduce/dotProduct.ts";
import { reduceKernels } from "./reduce/kernels.ts";
import { linesKernels } from "./reduce/linesKernels.ts";
import { rowsKernels } from "./reduce/rowsKernels.ts";
import type { Runtime } from "./runtime.ts";

/** A runtime's kernels as the core calls them. */
export function kernelSet(runtime: Runtime): KernelSet {
  const each = <T>(make: (runtime: Runtime, type: "f32" | "f64") => T) => ({
    float32: make(runtime, "f32"),
    float64: make(runtime, "f64"),
  });
  return {
    name: runtime.variant,
    gemm: each(gemmKernel),
    unary: each(unaryKernels),
    binary: each(binaryKernels),
    reduce: each(reduceKernels),
    lines: each(linesKernels),
    rows: each(rowsKernels),
    dot: each(dotKernel),
    plane: each(planeKernel),
    where: each(whereKernel),
  };
}
