export { adam } from "./adam.ts";
export { fusedAdam } from "./fused-adam.ts";
export type { Optimizer, State, Update } from "./optimizer.ts";
export { rmsprop } from "./rmsprop.ts";
export { sgd } from "./sgd.ts";
