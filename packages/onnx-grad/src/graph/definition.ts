import type { AttributeKind, Ops, OpType } from "./ops.ts";
import type { Value, ValueType } from "./value.ts";

export type Call<Op extends OpType> = {
  readonly inputs: Ops[Op]["inputs"];
  readonly attributes: Ops[Op]["attributes"];
};

export type VjpCall<Op extends OpType> = Call<Op> & {
  readonly outputs: readonly Value[];
  /** The loss's gradient with respect to the first output. */
  readonly gradient: Value;
  /** The same for any output, zeros when the loss does not depend on it. */
  readonly gradientOf: (output: number) => Value;
};

/**
 * A vector-Jacobian product: for each input, how its gradient is built from the output's, or undefined when it has none.
 * Only the gradients that are needed are built.
 */
export type Vjp<Op extends OpType> = (call: VjpCall<Op>) => readonly ((() => Value) | undefined)[];

export type Definition<Op extends OpType> = {
  /** The operator set it belongs to; ONNX itself by default. */
  readonly domain?: string;
  readonly attributes: { readonly [K in keyof Ops[Op]["attributes"]]-?: AttributeKind };
  /** Types and shapes of the outputs; throws `ShapeError` when the inputs do not fit together. */
  infer(call: Call<Op>): readonly ValueType[];
  /** `"zero"`: the outputs do not change with small changes of the inputs (comparisons, indices, shapes). */
  readonly vjp: Vjp<Op> | "zero";
};

/** One definition for every primitive: leaving one out does not compile. */
export type Definitions = { readonly [Op in OpType]: Definition<Op> };
