// The part of the WebAssembly API that the kernels use. It is the same in Node and in browsers,
// but TypeScript declares it only together with the DOM, which this package does not load.

/** A linear memory; `buffer` of a memory that is not shared is replaced when it grows. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer | SharedArrayBuffer;
  /** Adds pages of 64 KiB; returns the number of pages before. */
  grow(pages: number): number;
}

export interface MemoryDescriptor {
  readonly initial: number;
  readonly maximum?: number;
  readonly shared?: boolean;
}

/** A compiled module; it can be posted to a worker. */
export interface WasmModule {
  readonly [Symbol.toStringTag]: string;
}

interface Api {
  readonly Memory: new (descriptor: MemoryDescriptor) => WasmMemory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => WasmModule;
  readonly Instance: new (
    module: WasmModule,
    imports: { readonly env: { readonly memory: WasmMemory } },
  ) => {
    /** Whatever the module was built with: who instantiates it states the type. */
    // oxlint-disable-next-line typescript/no-explicit-any
    readonly exports: any;
  };
  validate(bytes: Uint8Array<ArrayBuffer>): boolean;
}

/** The engine's WebAssembly, undefined where there is none. */
export const engine: Api | undefined = Reflect.get(globalThis, "WebAssembly");

/** The engine's WebAssembly for code that runs only where it was found. */
export const WebAssembly = engine!;
