import type { WasmMemory } from "../webAssembly.ts";

/** A memory that kernels run on, with room for what they need beside their operands. */
export interface Space {
  readonly memory: WasmMemory;
  readonly shared: boolean;
  /** The address of `bytes` that stay reserved as long as the space lives. */
  reserve(bytes: number): number;
}
