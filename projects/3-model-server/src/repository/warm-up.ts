import type { Model } from "../model.ts";
import { datatypes } from "../tensors/datatype.ts";
import { elementCount, type Tensor } from "../tensors/tensor.ts";

/** How often a model is run before it serves, so that its code is compiled when the first request comes. */
const RUNS = 3;

/** Runs a model on zeros; throws what it throws, or when it does not give the outputs that it promises. */
export async function warmUp(model: Model): Promise<void> {
  const inputs = new Map<string, Tensor>();
  for (const { name, datatype, shape } of model.inputs) {
    const sizes = shape.map((size) => (size === -1 ? 1 : size));
    const count = elementCount(sizes);
    const data =
      datatype === "BYTES" ? new Array<string>(count).fill("") : datatypes[datatype].make(count);
    inputs.set(name, { name, datatype, shape: sizes, data });
  }
  for (let run = 0; run < RUNS; run++) {
    const outputs = await model.predict(inputs);
    for (const { name, datatype } of model.outputs) {
      const found = outputs.get(name);
      if (found?.datatype !== datatype) {
        throw new Error(
          `${model.name} ${model.version}: expected output ${name} of ${datatype}, found ${found?.datatype ?? "none"}`,
        );
      }
    }
  }
}
