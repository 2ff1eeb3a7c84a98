import { provideKernels } from "../kernels.ts";
import type { KernelSet } from "../kernels.ts";
import type { FloatType } from "./asm/index.ts";
import { revectorizes, setExperimentalFlag } from "./experimental.ts";
import { tileColumns } from "./gemm/tile.ts";
import { environment } from "./host.ts";
import { kernelSet } from "./kernelSet.ts";
import { Heap } from "./memory/heap.ts";
import { Runtime } from "./runtime.ts";
import { chooseVariant } from "./variant.ts";
import type { Variant } from "./variant.ts";

/** The heap of this process: arrays in it outlive a change of kernels. */
export const heap = new Heap();

let chosen: { readonly runtime: Runtime | undefined } | undefined;

/** The runtime in use; undefined when the kernels are the plain ones. */
export function currentRuntime(): Runtime | undefined {
  if (!chosen) {
    if (environment("ML_ROADMAP_EXPERIMENTAL") === "1") setExperimentalFlag();
    const variant = chooseVariant();
    chosen = { runtime: variant === "plain" ? undefined : new Runtime(variant, heap) };
  }
  return chosen.runtime;
}

function currentSet(): KernelSet {
  const runtime = currentRuntime();
  return runtime ? kernelSet(runtime) : { name: "plain" };
}

provideKernels(currentSet);

/** What computes: the variant, its register tiles, and the heap's state. */
export interface KernelReport {
  readonly variant: Variant;
  /** Rows x columns of the register tile of a matrix product. */
  readonly tiles: { readonly float32: string; readonly float64: string } | undefined;
  /** Whether V8 makes 256-bit operations of pairs of 128-bit ones (an experimental flag). */
  readonly revectorized: boolean;
  /** Bytes and blocks in use, and bytes the heap has grown to. */
  readonly heap: { readonly used: number; readonly blocks: number; readonly size: number };
}

/**
 * Which kernels are in use. ML_ROADMAP_KERNELS=plain|simd|fma overrides the choice; throws when it
 * names one that this engine cannot run.
 */
export function kernels(): KernelReport {
  const runtime = currentRuntime();
  const tile = (type: FloatType): string => {
    const chosenTile = runtime!.tile(type);
    return `${chosenTile.rows}x${tileColumns(chosenTile)}`;
  };
  return {
    variant: runtime?.variant ?? "plain",
    tiles: runtime && { float32: tile("f32"), float64: tile("f64") },
    revectorized: runtime?.variant === "fma" && revectorizes(),
    heap: heap.stats(),
  };
}

/**
 * Opts in to V8's experimental flag for faster kernels: fused multiply-add in Node 20, 256-bit
 * operations in Node 24. Setting ML_ROADMAP_EXPERIMENTAL=1 does the same. Returns what is in use
 * now; nothing changes where V8 has no such flag.
 */
export function enableExperimentalKernels(): KernelReport {
  if (setExperimentalFlag()) {
    chosen = undefined;
    provideKernels(currentSet);
  }
  return kernels();
}
