import type { Model } from "../model.ts";
import { writeBinaryTensor } from "../tensors/binary.ts";
import { isBig } from "../tensors/datatype.ts";
import type { Tensor, Tensors } from "../tensors/tensor.ts";
import type { ReadRequest } from "./read-request.ts";
import type { InferResponse } from "./schemas.ts";

/** An infer response: JSON, and the bytes of the outputs that go as binary tensors behind it. */
export interface WrittenResponse {
  json: InferResponse;
  binary: Buffer[];
}

/** The answer to a request: the outputs it wants, in the order it wants them. */
export function writeResponse(
  model: Pick<Model, "name" | "version">,
  request: ReadRequest,
  results: Tensors,
): WrittenResponse {
  const binary: Buffer[] = [];
  const outputs = request.outputs.map(({ name, binary: asBytes }) => {
    const tensor = results.get(name)!;
    const head = { name, shape: [...tensor.shape], datatype: tensor.datatype };
    if (!asBytes) return { ...head, data: jsonData(tensor) };
    const bytes = writeBinaryTensor(tensor.data, tensor.datatype);
    binary.push(bytes);
    return { ...head, parameters: { binary_data_size: bytes.length } };
  });
  const id = request.id === undefined ? {} : { id: request.id };
  return {
    json: { model_name: model.name, model_version: model.version, ...id, outputs },
    binary,
  };
}

/** JSON has no NaN: a model whose numbers overflow has failed, and its answer would be no JSON. */
function jsonData({ data, datatype }: Tensor): (string | number | boolean)[] {
  if (Array.isArray(data)) return data;
  const numbers = isBig(data) ? Array.from(data, Number) : Array.from(data);
  if (datatype === "BOOL") return numbers.map(Boolean);
  if (datatype.startsWith("FP") && !numbers.every(Number.isFinite)) {
    throw new Error("the model gave a number that is not finite; ask for binary outputs");
  }
  return numbers;
}
