import type { FloatType } from "./asm/index.ts";
import { revectorizes } from "./experimental.ts";
import { workspaceBytes } from "./gemm/blockedProduct.ts";
import { gemmModule } from "./gemm/gemmModule.ts";
import { MatrixProduct } from "./gemm/matrixProduct.ts";
import type { Tile } from "./gemm/tile.ts";
import type { Heap } from "./memory/heap.ts";
import { HeapArea } from "./memory/heapArea.ts";
import type { Space } from "./memory/space.ts";
import { Staging } from "./memory/staging.ts";
import { chooseTile } from "./variant.ts";
import type { Variant } from "./variant.ts";
import { WebAssembly } from "./webAssembly.ts";
import type { WasmModule } from "./webAssembly.ts";

export type WasmVariant = Exclude<Variant, "plain">;

/** What a module is built for. */
export interface Target {
  readonly type: FloatType;
  readonly fma: boolean;
  readonly shared: boolean;
  /** Whether V8 makes one operation of two neighbouring vectors'. */
  readonly paired: boolean;
}

/** Builds a module; its name tells it from other modules in the runtime's caches. */
export interface ModuleSource {
  readonly name: string;
  build(target: Target): Uint8Array<ArrayBuffer>;
}

/** One function on both memories; each side is compiled when it is first called. */
export interface Found {
  readonly inHeap: KernelFunction;
  readonly staged: KernelFunction;
}

/** An exported function: addresses, steps and counts in, a number out where there is a result. */
export type KernelFunction = (...numbers: number[]) => number;

/** The kernels of one variant, compiled for a memory when they are first needed. */
export class Runtime {
  readonly variant: WasmVariant;
  readonly heap: Heap;
  readonly #tiles: (type: FloatType) => Tile;
  readonly #modules = new Map<string, WasmModule>();
  /** Kernels that work in the heap; only for operands that the heap owns. */
  readonly onHeap: Kernels;
  /** Room in the heap for copies of operands that live outside. */
  readonly area: HeapArea;
  #staging: Staging | undefined;
  #staged: Kernels | undefined;

  constructor(
    variant: WasmVariant,
    heap: Heap,
    tiles = (type: FloatType): Tile => chooseTile(variant, type),
  ) {
    this.variant = variant;
    this.heap = heap;
    this.#tiles = tiles;
    this.area = new HeapArea(heap);
    this.onHeap = new Kernels(heap, this);
  }

  tile(type: FloatType): Tile {
    return this.#tiles(type);
  }

  get staging(): Staging {
    return (this.#staging ??= new Staging());
  }

  /** Kernels that work in the staging memory. */
  get staged(): Kernels {
    return (this.#staged ??= new Kernels(this.staging, this));
  }

  /** The compiled module of the matrix product. */
  productModule(type: FloatType, shared: boolean): WasmModule {
    const tile = this.tile(type);
    const build: ModuleSource["build"] = (target) => gemmModule(tile, target.shared);
    return this.compiled({ name: "gemm", build }, type, shared);
  }

  /** Bytes that a product needs beside its operands. */
  workspaceBytes(type: FloatType): number {
    return workspaceBytes(this.tile(type));
  }

  /** A module's compiled form, made once for shared and once for private memory. */
  compiled(source: ModuleSource, type: FloatType, shared: boolean): WasmModule {
    const key = `${source.name} ${type} ${shared ? "shared" : "private"}`;
    let module = this.#modules.get(key);
    if (!module) {
      const bytes = source.build({
        type,
        fma: this.variant === "fma",
        shared,
        paired: this.variant === "fma" && revectorizes(),
      });
      module = new WebAssembly.Module(bytes);
      this.#modules.set(key, module);
    }
    return module;
  }
}

/** The kernels of one runtime on one memory. */
export class Kernels {
  readonly space: Space;
  readonly #runtime: Runtime;
  readonly #products = new Map<FloatType, MatrixProduct>();
  readonly #exports = new Map<string, Readonly<Record<string, KernelFunction>>>();

  constructor(space: Space, runtime: Runtime) {
    this.space = space;
    this.#runtime = runtime;
  }

  /** The exported functions of a module on this memory. */
  all(source: ModuleSource, type: FloatType): Readonly<Record<string, KernelFunction>> {
    const key = `${source.name} ${type}`;
    let exports = this.#exports.get(key);
    if (!exports) {
      const module = this.#runtime.compiled(source, type, this.space.shared);
      const { memory } = this.space;
      const made: Readonly<Record<string, KernelFunction>> = new WebAssembly.Instance(module, {
        env: { memory },
      }).exports;
      exports = made;
      this.#exports.set(key, made);
    }
    return exports;
  }

  product(type: FloatType): MatrixProduct {
    let product = this.#products.get(type);
    if (!product) {
      const module = this.#runtime.productModule(type, this.space.shared);
      product = new MatrixProduct(this.space, this.#runtime.tile(type), module);
      this.#products.set(type, product);
    }
    return product;
  }
}

/** A function that is looked up, and its module compiled, at the first call. */
export function find(runtime: Runtime, source: ModuleSource, type: FloatType, name: string): Found {
  const found = {
    inHeap: (...numbers: number[]): number => {
      found.inHeap = runtime.onHeap.all(source, type)[name];
      return found.inHeap(...numbers);
    },
    staged: (...numbers: number[]): number => {
      found.staged = runtime.staged.all(source, type)[name];
      return found.staged(...numbers);
    },
  };
  return found;
}
