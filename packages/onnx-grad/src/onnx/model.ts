import type { ElementType } from "./element-type.ts";

// The parts of onnx.proto that a model needs to run, as plain data.
// Source: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto

/** A size, a symbol that stands for one (`"batch"`), or `""` when nothing is known. */
export type Dimension = number | string;

export type ExternalLocation = {
  /** A file beside the model. */
  readonly location: string;
  readonly offset: number;
  readonly length: number;
};

export type ModelTensor = {
  readonly name: string;
  readonly type: ElementType;
  readonly dims: readonly number[];
  /** Little-endian elements in C order; empty while they are in an external file. */
  readonly bytes: Uint8Array;
  readonly external?: ExternalLocation;
};

export type Attribute =
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "int"; readonly value: number | bigint }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "tensor"; readonly value: ModelTensor }
  | { readonly kind: "graph"; readonly value: ModelGraph }
  | { readonly kind: "floats"; readonly value: readonly number[] }
  | { readonly kind: "ints"; readonly value: readonly (number | bigint)[] }
  | { readonly kind: "strings"; readonly value: readonly string[] };

export type ModelNode = {
  readonly opType: string;
  /** `""` is ONNX itself. */
  readonly domain: string;
  readonly name: string;
  /** `""` marks an optional input that is absent. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, Attribute>>;
};

export type ValueInfo = {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly Dimension[];
};

export type ModelGraph = {
  readonly name: string;
  readonly nodes: readonly ModelNode[];
  readonly initializers: readonly ModelTensor[];
  readonly inputs: readonly ValueInfo[];
  readonly outputs: readonly ValueInfo[];
  /** What is known of the values in between. */
  readonly values: readonly ValueInfo[];
};

export type OnnxModel = {
  readonly irVersion: number;
  readonly producer: string;
  /** Operator set versions by domain. */
  readonly opsets: Readonly<Record<string, number>>;
  readonly metadata: Readonly<Record<string, string>>;
  readonly graph: ModelGraph;
};
