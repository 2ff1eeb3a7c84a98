export { addmm, addr } from "./addmm.ts";
export type { AccumulateOptions } from "./addmm.ts";
export { linear } from "./linear.ts";
export { adam, adamw, momentum, sgd } from "./optimizers.ts";
export { col2im, im2col } from "./patches.ts";
export type { PatchOptions } from "./patches.ts";
export { softmax } from "./softmax.ts";
