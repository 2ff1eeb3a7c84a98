import type { FloatType } from "./asm/index.ts";
import { gemmModule } from "./gemm/gemmModule.ts";
import { MatrixProduct } from "./gemm/matrixProduct.ts";
import type { Tile } from "./gemm/tile.ts";
import type { Heap } from "./memory/heap.ts";
import { heapSpace } from "./memory/heapSpace.ts";
import type { Space } from "./memory/space.ts";
import { Staging } from "./memory/staging.ts";
import { chooseTile } from "./variant.ts";
import type { Variant } from "./variant.ts";
import { WebAssembly } from "./webAssembly.ts";
import type { WasmModule } from "./webAssembly.ts";

export type WasmVariant = Exclude<Variant, "plain">;

/** The kernels of one variant, compiled for a memory when they are first needed. */
export class Runtime {
  readonly variant: WasmVariant;
  readonly heap: Heap | undefined;
  readonly #tiles: (type: FloatType) => Tile;
  readonly #modules = new Map<string, WasmModule>();
  readonly #onHeap: Kernels | undefined;
  #staging: Staging | undefined;
  #staged: Kernels | undefined;

  constructor(
    variant: WasmVariant,
    heap: Heap | undefined,
    tiles = (type: FloatType): Tile => chooseTile(variant, type),
  ) {
    this.variant = variant;
    this.heap = heap;
    this.#tiles = tiles;
    this.#onHeap = heap && new Kernels(heapSpace(heap), this);
  }

  tile(type: FloatType): Tile {
    return this.#tiles(type);
  }

  get staging(): Staging {
    return (this.#staging ??= new Staging());
  }

  /** Kernels that work in the heap; only for operands that the heap owns. */
  get onHeap(): Kernels {
    return this.#onHeap!;
  }

  /** Kernels that work in the staging memory. */
  get staged(): Kernels {
    return (this.#staged ??= new Kernels(this.staging, this));
  }

  /** A module's compiled form, made once for shared and once for private memory. */
  compiled(name: string, shared: boolean, build: () => Uint8Array<ArrayBuffer>): WasmModule {
    const key = shared ? `${name} shared` : name;
    let module = this.#modules.get(key);
    if (!module) this.#modules.set(key, (module = new WebAssembly.Module(build())));
    return module;
  }
}

/** The kernels of one runtime on one memory. */
export class Kernels {
  readonly space: Space;
  readonly #runtime: Runtime;
  readonly #products = new Map<FloatType, MatrixProduct>();

  constructor(space: Space, runtime: Runtime) {
    this.space = space;
    this.#runtime = runtime;
  }

  product(type: FloatType): MatrixProduct {
    let product = this.#products.get(type);
    if (!product) {
      const tile = this.#runtime.tile(type);
      const { shared } = this.space;
      const module = this.#runtime.compiled(`gemm ${type}`, shared, () => gemmModule(tile, shared));
      product = new MatrixProduct(this.space, tile, module);
      this.#products.set(type, product);
    }
    return product;
  }
}
