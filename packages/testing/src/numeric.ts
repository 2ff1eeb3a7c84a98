/** A strided array: NDArray is one, and anything else with these four fields is read the same way. */
export interface Strided {
  readonly data: ArrayLike<number>;
  readonly shape: readonly number[];
  /** In elements, not bytes. */
  readonly strides: readonly number[];
  readonly offset: number;
}

export type Nested = readonly (number | boolean | Nested | ArrayLike<number>)[];

/** Everything the comparisons understand: a number, a typed array, nested arrays, an NDArray. */
export type Numeric = number | boolean | ArrayLike<number> | Nested | Strided;

/** The same numbers in C order, with their shape; a plain number has shape `()`. */
export interface Flat {
  readonly values: Float64Array;
  readonly shape: readonly number[];
}

export function isStrided(value: unknown): value is Strided {
  if (typeof value !== "object" || value === null) return false;
  return "data" in value && "shape" in value && "strides" in value && "offset" in value;
}

/**
 * Reads any `Numeric` into a flat C-order copy.
 * Throws `TypeError` when the value holds something that is no number or when nested arrays are ragged.
 */
export function flatten(value: Numeric, name = "value"): Flat {
  if (isStrided(value)) {
    const { shape } = value;
    const positions = stridedPositions(value);
    return { values: Float64Array.from(positions, (at) => value.data[at]), shape };
  }
  const shape: number[] = [];
  const values: number[] = [];
  collect(value, name, 0, shape, values);
  return { values: Float64Array.from(values), shape };
}

/** Where each element lies in `data`, in C order. */
export function stridedPositions({ shape, strides, offset }: Strided): Int32Array {
  let positions = [offset];
  for (let axis = 0; axis < shape.length; axis++) {
    const next: number[] = [];
    for (const start of positions) {
      for (let i = 0; i < shape[axis]; i++) next.push(start + i * strides[axis]);
    }
    positions = next;
  }
  return Int32Array.from(positions);
}

export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}

function collect(value: unknown, name: string, depth: number, shape: number[], out: number[]) {
  if (typeof value === "number" || typeof value === "boolean") {
    if (depth < shape.length) throw ragged(name, shape, depth, "a number");
    out.push(Number(value));
    return;
  }
  if (!isArrayLike(value)) {
    throw new TypeError(`${name}: expected numbers, found ${describe(value)} at depth ${depth}`);
  }
  if (depth === shape.length) {
    // Only the first path down may open a new dimension.
    if (out.length > 0) throw ragged(name, shape, depth, `${value.length} elements`);
    shape.push(value.length);
  } else if (shape[depth] !== value.length) {
    throw ragged(name, shape, depth, `${value.length} elements`);
  }
  for (let i = 0; i < value.length; i++) collect(value[i], name, depth + 1, shape, out);
}

function isArrayLike(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value);
}

function ragged(name: string, shape: readonly number[], depth: number, found: string) {
  const expected = depth < shape.length ? `${shape[depth]} elements` : "a number";
  return new TypeError(
    `${name}: nested arrays are ragged at depth ${depth}, expected ${expected} as in the first, found ${found}`,
  );
}

function describe(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "object") return value.constructor?.name ?? "an object";
  return typeof value === "string" ? JSON.stringify(value) : typeof value;
}
