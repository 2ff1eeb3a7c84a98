import { factorsOf } from "./dimension.ts";
import { ShapeError } from "./shape-error.ts";
import type { Value } from "./value.ts";

type Source = { readonly value: Value; readonly axis: number };

/** Which value tells the size of each symbol when the graph runs: the first that has it in its shape. */
export class SymbolSources {
  readonly #sources = new Map<string, Source>();

  note(value: Value): void {
    for (const [axis, size] of value.shape.entries()) {
      if (typeof size !== "string" || this.#sources.has(size)) continue;
      // A product's size follows from its factors, if each is known.
      const factors = factorsOf(size);
      const isKnown = factors.every((part) => typeof part === "number" || this.#sources.has(part));
      if (factors.length === 1 || !isKnown) this.#sources.set(size, { value, axis });
    }
  }

  has(name: string): boolean {
    return this.#sources.has(name);
  }

  /** Throws when no value has the symbol in its shape. */
  get(name: string): Source {
    const source = this.#sources.get(name);
    if (source === undefined) {
      throw new ShapeError(
        `graph: no input has a dimension called ${JSON.stringify(name)}, so its size is not known at run time`,
      );
    }
    return source;
  }
}
