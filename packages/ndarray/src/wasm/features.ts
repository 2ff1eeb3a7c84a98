import { f32x4, ModuleBuilder, v128 } from "./asm/index.ts";
import type { V } from "./asm/index.ts";
import { i32 } from "./asm/index.ts";
import { engine } from "./webAssembly.ts";

/** Whether the engine accepts a module that computes this vector. */
function accepts(vector: V): boolean {
  const module = new ModuleBuilder({ shared: false });
  module.func("probe", {}, "void", (f) => f.emit(v128.store(i32.const(0), vector)));
  return engine?.validate(module.encode()) ?? false;
}

/** 128-bit SIMD: every Node since 16 and every browser since 2023. */
export function hasSimd(): boolean {
  return accepts(f32x4.zero);
}

/** Relaxed SIMD with its fused multiply-add: V8 from 11.4 on (Node 22), older ones by a flag. */
export function hasRelaxedSimd(): boolean {
  return accepts(f32x4.relaxedMadd(f32x4.zero, f32x4.zero, f32x4.zero));
}
