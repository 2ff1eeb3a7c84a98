// What a worker's file needs, without the server.

export type { Model } from "./model.ts";
export { badRequest, Problem } from "./problem.ts";
export { float32, texts } from "./tensors/datatype.ts";
export type { Datatype, TensorData } from "./tensors/datatype.ts";
export { byName } from "./tensors/tensor.ts";
export type { Tensor, Tensors, TensorSpec } from "./tensors/tensor.ts";
export { serveModel } from "./threads/serve-model.ts";
