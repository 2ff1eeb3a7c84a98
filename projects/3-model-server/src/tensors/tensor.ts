import type { Datatype, TensorData } from "./datatype.ts";

/** An array with a name; `data` holds the product of `shape` elements in C order. */
export interface Tensor {
  name: string;
  datatype: Datatype;
  shape: readonly number[];
  data: TensorData;
}

/** What a model takes or gives; a size of -1 stands for any. */
export interface TensorSpec {
  name: string;
  datatype: Datatype;
  shape: readonly number[];
}

/** Tensors by name. */
export type Tensors = ReadonlyMap<string, Tensor>;

/** How many elements a shape holds. */
export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** Tensors by their own names. */
export const byName = (...tensors: readonly Tensor[]): Tensors =>
  new Map(tensors.map((tensor) => [tensor.name, tensor]));
