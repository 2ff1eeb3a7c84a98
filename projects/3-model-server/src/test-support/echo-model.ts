import type { Model } from "../model.ts";
import type { Datatype } from "../tensors/datatype.ts";
import type { Tensor, Tensors } from "../tensors/tensor.ts";

/** A model of two inputs that gives them back. */
export function echoModel(datatype: Datatype, version = "1"): Model {
  const spec = (name: string) => ({ name, datatype, shape: [-1, 2, 3] });
  const renamed = (inputs: Tensors, from: string, to: string): [string, Tensor] => [
    to,
    { ...inputs.get(from)!, name: to },
  ];
  return {
    name: `echo_${datatype.toLowerCase()}`,
    version,
    platform: "test",
    inputs: [spec("a"), spec("b")],
    outputs: [spec("a_again"), spec("b_again")],
    maxBatchSize: 8,
    predict: (inputs) =>
      new Map([renamed(inputs, "a", "a_again"), renamed(inputs, "b", "b_again")]),
  };
}
