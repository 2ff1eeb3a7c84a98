import type { Graph } from "../graph/graph.ts";
import type { Shape } from "../graph/shape.ts";
import type { Value } from "../graph/value.ts";
import * as og from "../index.ts";

// One graph for each case of fixtures/generate-ops.py, under the same name.

export type OpCase = {
  /** Symbols instead of sizes for an input's axes, where the case is about symbolic shapes. */
  readonly shapes?: Readonly<Record<string, Shape>>;
  readonly build: (inputs: Readonly<Record<string, Value>>, graph: Graph) => Value;
};

const make = (build: OpCase["build"], shapes?: OpCase["shapes"]): OpCase => ({ build, shapes });

const classWeights = [0.5, 1, 2, 0.25, 1.5];

export const opCases: Readonly<Record<string, OpCase>> = {
  add: make(({ a, b }) => og.add(a, b)),
  "add broadcast": make(({ a, b }) => og.add(a, b), { a: ["batch", 1, "width"] }),
  "subtract broadcast": make(({ a, b }) => og.subtract(a, b), { b: ["n", 3, 4] }),
  multiply: make(({ a, b }) => og.multiply(a, b)),
  "multiply broadcast": make(({ a, b }) => og.multiply(a, b), { a: ["batch", 3, 4] }),
  "multiply by itself": make(({ a }) => og.multiply(a, a)),
  "divide broadcast": make(({ a, b }) => og.divide(a, b)),
  power: make(({ a, b }) => og.power(a, b)),
  "power of a number": make(({ a }) => og.power(a, 3)),
  maximum: make(({ a, b }) => og.maximum(a, b)),
  "maximum of equals": make(({ a, b }) => og.maximum(a, b)),
  minimum: make(({ a, b }) => og.minimum(a, b)),
  clip: make(({ a }) => og.clip(a, -0.7, 0.8)),
  negative: make(({ a }) => og.negative(a)),
  abs: make(({ a }) => og.abs(a)),
  exp: make(({ a }) => og.exp(a)),
  log: make(({ a }) => og.log(a)),
  sqrt: make(({ a }) => og.sqrt(a)),
  reciprocal: make(({ a }) => og.reciprocal(a)),
  sin: make(({ a }) => og.sin(a)),
  cos: make(({ a }) => og.cos(a)),
  erf: make(({ a }) => og.erf(a)),
  square: make(({ a }) => og.square(a)),
  tanh: make(({ a }) => og.tanh(a)),
  sigmoid: make(({ a }) => og.sigmoid(a)),
  softplus: make(({ a }) => og.softplus(a)),
  relu: make(({ a }) => og.relu(a)),
  leakyRelu: make(({ a }) => og.leakyRelu(a, 0.1)),
  hardSigmoid: make(({ a }) => og.hardSigmoid(a)),
  gelu: make(({ a }) => og.gelu(a)),
  geluTanh: make(({ a }) => og.geluTanh(a)),
  silu: make(({ a }) => og.silu(a)),
  where: make(({ a, b }, graph) => {
    const mask = graph.constant("bool", [2, 3], Uint8Array.of(1, 0, 1, 0, 0, 1));
    return og.where(mask, a, b);
  }),
  cast: make(({ a }) =>
    og.cast(og.multiply(og.cast(og.cast(a, "float64"), "float32"), 2), "float32"),
  ),
  matmul: make(({ a, b }) => og.matmul(a, b)),
  "matmul batch": make(({ a, b }) => og.matmul(a, b), { a: ["n", "m", 4], b: ["n", 4, "k"] }),
  "matmul rows by a matrix": make(({ a, b }) => og.matmul(a, b), { a: ["batch", "rows", 4] }),
  "matmul broadcast batch": make(({ a, b }) => og.matmul(a, b)),
  "matmul transposed a": make(({ a, b }) => og.matmul(a, b, { transposeA: true, scale: 0.5 })),
  "matmul transposed b": make(({ a, b }) => og.matmul(a, b, { transposeB: true })),
  "matmul transposed both": make(({ a, b }) =>
    og.matmul(a, b, { transposeA: true, transposeB: true, scale: 2 }),
  ),
  "gemm 00": make(({ a, b, c }) => og.gemm(a, b, c, { alpha: 0.5 })),
  "gemm 01": make(({ a, b, c }) => og.gemm(a, b, c, { transB: true, alpha: 0.5 })),
  "gemm 10": make(({ a, b, c }) => og.gemm(a, b, c, { transA: true, alpha: 0.5 })),
  "gemm 11": make(({ a, b, c }) => og.gemm(a, b, c, { transA: true, transB: true, alpha: 0.5 })),
  linear: make(({ x, weight, bias }) => og.linear(x, weight, bias), { x: ["batch", "n", 4] }),
  "linear without bias": make(({ x, weight }) => og.linear(x, weight)),
  sum: make(({ a }) => og.sum(a)),
  "sum axis": make(({ a }) => og.sum(a, { axis: 1 }), { a: ["x", "y", "z"] }),
  "sum axes keepDims": make(({ a }) => og.sum(a, { axis: [0, 2], keepDims: true })),
  "mean axis": make(({ a }) => og.mean(a, { axis: -1 })),
  "mean symbolic axis": make(({ a }) => og.mean(a, { axis: [0, 1] }), { a: ["rows", "columns"] }),
  "max axis": make(({ a }) => og.max(a, { axis: 1 })),
  "max of equals": make(({ a }) => og.max(a, { axis: 0 })),
  softmax: make(({ a }) => og.softmax(a)),
  "softmax axis 1": make(({ a }) => og.softmax(a, 1)),
  logSoftmax: make(({ a }) => og.logSoftmax(a)),
  layerNorm: make(({ x, w, b }) => og.layerNorm(x, w, b, 1e-5), { x: ["batch", "n", 6] }),
  "layerNorm without bias": make(({ x, w }) => og.layerNorm(x, w, undefined, 1e-5)),
  rmsNorm: make(({ x, w }) => og.rmsNorm(x, w, 1e-6), { x: ["batch", "n", 6] }),
  reshape: make(({ a }) => og.reshape(a, [4, 3])),
  "reshape symbolic": make(
    ({ a }) => og.reshape(og.reshape(og.reshape(a, [-1, 4]), ["n", "batch", 4]), ["batch*n", 2, 2]),
    { a: ["batch", "n", 4] },
  ),
  transpose: make(({ a }) => og.transpose(a, [2, 0, 1])),
  expand: make(({ a }) => og.expand(a, [2, 3, 4])),
  concatenate: make(({ a, b }) => og.concatenate([a, b, a], 1), { a: [2, "n"], b: [2, "m"] }),
  split: make(({ a }) => {
    const [first, , last] = og.split(a, [2, 1, 2], 1);
    return og.concatenate([og.multiply(first, 2), og.multiply(last, 3)], 1);
  }),
  slice: make(({ a }) => og.slice(a, 1, 1, 3)),
  "slice symbolic": make(({ a }) => og.slice(a, 1, 0, 1), { a: ["batch", "n", 3] }),
  "slice to the end": make(({ a }) => og.slice(a, 1, 2), { a: [2, "n"] }),
  select: make(({ a }) => og.select(a, 1, 0), { a: ["batch", "n", 4] }),
  pad: make(({ a }) => og.pad(a, 1, 1, 2), { a: [2, "n"] }),
  triangle: make(({ a }) => og.triangle(a)),
  "triangle upper": make(({ a }) => og.triangle(a, { upper: true, diagonal: 1 })),
  gather: make(({ x, ids }) => og.gather(x, ids), { ids: ["batch", "n"] }),
  "gather axis 1": make(({ x, ids }) => og.gather(x, ids, 1)),
  "gather of many rows": make(({ x, ids }) => og.gather(x, ids), { ids: ["n"] }),
  takeAlongAxis: make(({ x, ids }) => og.takeAlongAxis(x, ids, 1)),
  scatterElements: make(
    ({ x, ids, updates }, graph) =>
      graph.apply("ScatterElements", [x, ids, updates], { axis: 1, reduction: "add" })[0],
  ),
  rotary: make(({ x, cos, sin }) => og.rotary(x, cos, sin)),
  conv: make(({ x, w, b }) => og.conv(x, w, b)),
  "conv stride padding": make(({ x, w }) => og.conv(x, w, undefined, { stride: 2, padding: 1 }), {
    x: ["batch", 2, 6, 7],
  }),
  "conv unread rows": make(({ x, w }) => og.conv(x, w, undefined, { stride: 3 })),
  "conv dilation": make(({ x, w }) => og.conv(x, w, undefined, { dilation: 2, padding: [2, 1] })),
  "conv groups": make(
    ({ x, w, b }) => og.conv(x, w, b, { groups: 2, stride: [1, 2], padding: 1 }),
    { x: ["batch", 4, 5, 6] },
  ),
  "conv depthwise": make(({ x, w }) => og.conv(x, w, undefined, { groups: 3, padding: 1 })),
  "conv one axis": make(({ x, w, b }) => og.conv(x, w, b, { padding: 1 })),
  "conv three axes": make(({ x, w }) => og.conv(x, w, undefined, { padding: 1 })),
  convTranspose: make(({ x, w }, graph) => {
    const window = { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1], dilations: [1, 1] };
    const attributes = { ...window, group: 1, output_padding: [1, 1] };
    return graph.apply("ConvTranspose", [x, w], attributes)[0];
  }),
  "convTranspose groups": make(({ x, w }, graph) => {
    const window = { kernel_shape: [2, 2], strides: [2, 2], pads: [0, 0, 0, 0], dilations: [1, 1] };
    const attributes = { ...window, group: 2, output_padding: [0, 0] };
    return graph.apply("ConvTranspose", [x, w], attributes)[0];
  }),
  maxPool: make(({ a }) => og.maxPool(a, 2), { a: ["batch", 3, 4, 6] }),
  "maxPool overlapping": make(({ a }) => og.maxPool(a, 3, { stride: 2, padding: 1 })),
  averagePool: make(({ a }) => og.averagePool(a, 2), { a: ["batch", 3, 4, 6] }),
  "averagePool padded": make(({ a }) => og.averagePool(a, 3, { stride: 2, padding: 1 })),
  attention: make(({ q, k, v }) => og.attention(q, k, v), {
    q: ["batch", 3, "queries", 4],
    k: ["batch", 3, "keys", 4],
    v: ["batch", 3, "keys", 4],
  }),
  "attention bias": make(({ q, k, v, bias }) => og.attention(q, k, v, { bias, scale: 1 })),
  crossEntropy: make(({ x, t }) => og.crossEntropy(x, t), { x: ["batch", 5], t: ["batch"] }),
  "crossEntropy sequence ignore": make(({ x, t }) => og.crossEntropy(x, t), {
    x: ["batch", "n", 5],
    t: ["batch", "n"],
  }),
  "crossEntropy smoothing": make(({ x, t }) => og.crossEntropy(x, t, { labelSmoothing: 0.1 })),
  "crossEntropy sum": make(({ x, t }) => og.crossEntropy(x, t, { reduction: "sum" })),
  binaryCrossEntropy: make(({ x, t }) => og.binaryCrossEntropy(x, t)),
  meanSquaredError: make(({ x, t }) => og.meanSquaredError(x, t)),
  "gather of symbolic rows": make(({ x, ids }) => og.gather(x, ids), {
    x: ["batch*sequence", 3],
    ids: ["masked"],
  }),
  "crossEntropy class weights": make(({ x, t }) => og.crossEntropy(x, t, { classWeights }), {
    x: ["batch", 5],
    t: ["batch"],
  }),
  "crossEntropy class weights smoothing": make(({ x, t }) =>
    og.crossEntropy(x, t, { classWeights, labelSmoothing: 0.2 }),
  ),
  "crossEntropy sample weights": make(({ x, t, w }) => og.crossEntropy(x, t, { weights: w })),
  "crossEntropy soft targets": make(({ x, t }) => og.crossEntropy(x, t), {
    x: ["batch", 5],
    t: ["batch", 5],
  }),
  "crossEntropy soft targets class weights": make(({ x, t }) =>
    og.crossEntropy(x, t, { classWeights, labelSmoothing: 0.1 }),
  ),
  "binaryCrossEntropy positive weights": make(({ x, t }) =>
    og.binaryCrossEntropy(x, t, { positiveWeights: [0.5, 3, 1] }),
  ),
  "binaryCrossEntropy weights": make(({ x, t, w }) =>
    og.binaryCrossEntropy(x, t, { weights: w, reduction: "sum" }),
  ),
  "meanSquaredError weights": make(({ x, t, w }) => og.meanSquaredError(x, t, { weights: w })),
};
