import type { ElementType } from "../onnx/element-type.ts";
import type { Graph } from "./graph.ts";
import type { Shape } from "./shape.ts";

export type ValueType = { readonly dtype: ElementType; readonly shape: Shape };

export type ValueOptions = {
  readonly requiresGrad?: boolean;
  /** The elements of a constant vector of integers (axes, sizes), known while the graph is built. */
  readonly ints?: readonly number[];
};

/** A tensor that will exist when the graph runs. Its type and shape are known now, its elements are not. */
export class Value {
  readonly graph: Graph;
  readonly name: string;
  readonly dtype: ElementType;
  readonly shape: Shape;
  /** Whether a gradient flows back through it. */
  readonly requiresGrad: boolean;
  readonly ints: readonly number[] | undefined;

  constructor(graph: Graph, name: string, type: ValueType, options: ValueOptions = {}) {
    this.graph = graph;
    this.name = name;
    this.dtype = type.dtype;
    this.shape = type.shape;
    this.requiresGrad = options.requiresGrad ?? false;
    this.ints = options.ints;
  }

  get rank(): number {
    return this.shape.length;
  }
}
