import type { Dimension } from "../onnx/model.ts";
import type { ElementType } from "../onnx/element-type.ts";
import type { Shape } from "./shape.ts";
import type { Value } from "./value.ts";

type None = Readonly<Record<string, never>>;
type Unary = { inputs: readonly [x: Value]; attributes: None };
type Binary = { inputs: readonly [a: Value, b: Value]; attributes: None };
type Reduction = {
  inputs: readonly [x: Value, axes: Value];
  attributes: { readonly keepdims: boolean };
};

/** Attributes of convolutions and pools; `pads` holds all starts, then all ends. */
export type Window = {
  readonly kernel_shape: readonly number[];
  readonly strides: readonly number[];
  readonly pads: readonly number[];
  readonly dilations: readonly number[];
};

/**
 * Every primitive: the ONNX operators that graphs are made of, with their inputs and attributes.
 * An operator that is added here must get a definition, with its derivative, in `rules/`: see docs/adding-a-rule.md.
 */
export type Ops = {
  Add: Binary;
  Sub: Binary;
  Mul: Binary;
  Div: Binary;
  Pow: Binary;
  Max: Binary;
  Min: Binary;
  Neg: Unary;
  Abs: Unary;
  Sign: Unary;
  Floor: Unary;
  Exp: Unary;
  Log: Unary;
  Sqrt: Unary;
  Reciprocal: Unary;
  Sin: Unary;
  Cos: Unary;
  Erf: Unary;
  Clip: { inputs: readonly [x: Value, min?: Value, max?: Value]; attributes: None };

  Tanh: Unary;
  Sigmoid: Unary;
  Softplus: Unary;
  Relu: Unary;
  LeakyRelu: { inputs: readonly [x: Value]; attributes: { readonly alpha: number } };
  HardSigmoid: {
    inputs: readonly [x: Value];
    attributes: { readonly alpha: number; readonly beta: number };
  };
  Gelu: { inputs: readonly [x: Value]; attributes: { readonly approximate: "none" | "tanh" } };

  Equal: Binary;
  Greater: Binary;
  GreaterOrEqual: Binary;
  Less: Binary;
  LessOrEqual: Binary;
  And: Binary;
  Not: Unary;
  IsNaN: Unary;
  Where: { inputs: readonly [condition: Value, a: Value, b: Value]; attributes: None };
  Cast: { inputs: readonly [x: Value]; attributes: { readonly to: ElementType } };

  MatMul: Binary;
  FusedMatMul: {
    inputs: readonly [a: Value, b: Value];
    attributes: { readonly transA: boolean; readonly transB: boolean; readonly alpha: number };
  };
  Gemm: {
    inputs: readonly [a: Value, b: Value, c?: Value];
    attributes: { readonly transA: boolean; readonly transB: boolean; readonly alpha: number };
  };

  ReduceSum: Reduction;
  ReduceMean: Reduction;
  ReduceMax: Reduction;
  ArgMax: {
    inputs: readonly [x: Value];
    attributes: { readonly axis: number; readonly keepdims: boolean };
  };

  Softmax: { inputs: readonly [x: Value]; attributes: { readonly axis: number } };
  LogSoftmax: { inputs: readonly [x: Value]; attributes: { readonly axis: number } };
  LayerNormalization: {
    inputs: readonly [x: Value, scale: Value, bias?: Value];
    attributes: { readonly axis: number; readonly epsilon: number };
  };
  SimplifiedLayerNormalization: {
    inputs: readonly [x: Value, scale: Value];
    attributes: { readonly axis: number; readonly epsilon: number };
  };

  Shape: {
    inputs: readonly [x: Value];
    attributes: { readonly start: number; readonly end: number };
  };
  Reshape: { inputs: readonly [x: Value, shape: Value]; attributes: { readonly to: Shape } };
  Transpose: { inputs: readonly [x: Value]; attributes: { readonly perm: readonly number[] } };
  Expand: { inputs: readonly [x: Value, shape: Value]; attributes: { readonly to: Shape } };
  Concat: { inputs: readonly Value[]; attributes: { readonly axis: number } };
  Split: {
    inputs: readonly [x: Value, sizes: Value];
    attributes: { readonly axis: number; readonly sizes: Shape };
  };
  Slice: {
    inputs: readonly [x: Value, starts: Value, ends: Value, axes: Value];
    attributes: { readonly to: Shape };
  };
  Pad: {
    inputs: readonly [x: Value, pads: Value, value: Value | undefined, axes: Value];
    attributes: { readonly to: Shape };
  };
  Trilu: {
    inputs: readonly [x: Value, diagonal: Value];
    attributes: { readonly upper: boolean };
  };

  Gather: {
    inputs: readonly [table: Value, indices: Value];
    attributes: { readonly axis: number };
  };
  GatherElements: {
    inputs: readonly [x: Value, indices: Value];
    attributes: { readonly axis: number };
  };
  ScatterElements: {
    inputs: readonly [x: Value, indices: Value, updates: Value];
    attributes: { readonly axis: number; readonly reduction: "none" | "add" };
  };
  OneHot: {
    inputs: readonly [indices: Value, depth: Value, values: Value];
    attributes: { readonly axis: number };
  };
  ConstantOfShape: { inputs: readonly [shape: Value]; attributes: { readonly to: Shape } };
  Range: {
    inputs: readonly [start: Value, limit: Value, delta: Value];
    attributes: { readonly length: Dimension };
  };

  Conv: {
    inputs: readonly [x: Value, weight: Value, bias?: Value];
    attributes: Window & { readonly group: number };
  };
  ConvTranspose: {
    inputs: readonly [x: Value, weight: Value, bias?: Value];
    attributes: Window & { readonly group: number; readonly output_padding: readonly number[] };
  };
  MaxPool: { inputs: readonly [x: Value]; attributes: Window };
  AveragePool: {
    inputs: readonly [x: Value];
    attributes: Window & { readonly count_include_pad: boolean };
  };
};

export type OpType = keyof Ops;

/** How an attribute is written into the model; `build` ones only help to build the graph. */
export type AttributeKind = "int" | "float" | "ints" | "string" | "flag" | "type" | "build";
