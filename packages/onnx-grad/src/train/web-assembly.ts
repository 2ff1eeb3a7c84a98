import type { Kernels } from "./kernels.ts";

// The part of the WebAssembly API that is used here. It is the same in Node and in browsers,
// but TypeScript declares it only together with the DOM, which this package does not load.

export type WasmMemory = { readonly buffer: ArrayBuffer };

type Api = {
  readonly Memory: new (descriptor: { initial: number; maximum: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: WasmMemory } },
  ) => { readonly exports: Kernels };
};

export const WebAssembly: Api = Reflect.get(globalThis, "WebAssembly");
