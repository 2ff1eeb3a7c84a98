import { zerosLike, type NDArray } from "@ml-roadmap/ndarray";
import type { Parameter } from "./layer.ts";

/** A parameter with this start value and a zero gradient. */
export function parameter(name: string, value: NDArray, decay: boolean): Parameter {
  return { name, value, gradient: zerosLike(value), decay };
}
