export { checkpoint } from "./autodiff/checkpoint.ts";
export { gradients } from "./autodiff/backward.ts";
export { newGraph } from "./graph/new-graph.ts";
export { toModel } from "./graph/to-model.ts";
export type { ToModelOptions } from "./graph/to-model.ts";
export { ShapeError } from "./graph/shape-error.ts";
export type { Shape } from "./graph/shape.ts";
export type { Graph, GraphOptions } from "./graph/graph.ts";
export type { Value } from "./graph/value.ts";
export { fanIn, normal, ones, zeros } from "./graph/initializer.ts";
export type { Initializer } from "./graph/initializer.ts";
export { decodeModel } from "./onnx/decode.ts";
export { encodeModel } from "./onnx/encode.ts";
export { readModel, writeModel } from "./onnx/file.ts";
export type { ElementType } from "./onnx/element-type.ts";
export type {
  Attribute,
  Dimension,
  ModelGraph,
  ModelNode,
  ModelTensor,
  OnnxModel,
  ValueInfo,
} from "./onnx/model.ts";
export {
  gelu,
  geluTanh,
  hardSigmoid,
  leakyRelu,
  relu,
  sigmoid,
  silu,
  softplus,
  tanh,
} from "./ops/activation.ts";
export { attention } from "./ops/attention.ts";
export { averagePool, conv, maxPool } from "./ops/conv.ts";
export { dropout } from "./ops/dropout.ts";
export {
  abs,
  add,
  cast,
  clip,
  cos,
  divide,
  equal,
  erf,
  exp,
  floor,
  greater,
  greaterEqual,
  isNaN,
  less,
  lessEqual,
  log,
  logicalAnd,
  logicalNot,
  maximum,
  minimum,
  multiply,
  negative,
  power,
  reciprocal,
  sign,
  sin,
  sqrt,
  square,
  subtract,
  where,
} from "./ops/elementwise.ts";
export { embedding, gather, takeAlongAxis } from "./ops/gather.ts";
export { crossEntropy } from "./ops/cross-entropy.ts";
export type { CrossEntropyOptions } from "./ops/cross-entropy.ts";
export { binaryCrossEntropy, meanSquaredError } from "./ops/loss.ts";
export type { BinaryCrossEntropyOptions, LossOptions } from "./ops/loss.ts";
export { gemm, linear, matmul } from "./ops/matmul.ts";
export { layerNorm, rmsNorm } from "./ops/norm.ts";
export { argmax, max, mean, sum } from "./ops/reduce.ts";
export { causalBias, paddingBias, range, rotary } from "./ops/sequence.ts";
export {
  concatenate,
  expand,
  expandDims,
  pad,
  reshape,
  select,
  slice,
  split,
  squeeze,
  transpose,
  triangle,
} from "./ops/shape.ts";
export { logSoftmax, softmax } from "./ops/softmax.ts";
export { onnxNode } from "./runtime/onnx-node.ts";
export { onnxWeb } from "./runtime/onnx-web.ts";
export type { OrtWeb } from "./runtime/onnx-web.ts";
export type { Backend, Session, SessionOptions, Tensors } from "./runtime/backend.ts";
export { float32, int64, tensor } from "./runtime/tensor.ts";
export type { Tensor } from "./runtime/tensor.ts";
export { createTrainer } from "./train/create-trainer.ts";
export type { TrainerOptions } from "./train/create-trainer.ts";
export { adamw, matricesOnly, sgd } from "./train/optimizer.ts";
export type { AdamW, Decays, LearningRateFactor, Optimizer, Sgd } from "./train/optimizer.ts";
export type { Build, Built } from "./train/plan.ts";
export type {
  Evaluation,
  StepOptions,
  StepResult,
  Trainer,
  TrainerState,
} from "./train/trainer.ts";
export { fit } from "./train/fit.ts";
export type { Batches, FitOptions, Progress } from "./train/fit.ts";
export { cosineSchedule, linearSchedule } from "./train/schedule.ts";
export type { Schedule } from "./train/schedule.ts";
export { exportModel } from "./export/export-model.ts";
export type { ExportOptions } from "./export/export-model.ts";
export { halveWeights } from "./export/halve-weights.ts";
export { quantizeWeights } from "./export/quantize-weights.ts";
export { loadWeights, saveWeights } from "./train/weights-file.ts";
export { loadState, saveState } from "./train/state-file.ts";
export type { SavedState } from "./train/state-file.ts";
export { pickWeights } from "./train/pick-weights.ts";
export type { PickedWeights } from "./train/pick-weights.ts";
