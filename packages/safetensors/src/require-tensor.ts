import type { Dtype } from "./dtype.ts";
import { SafetensorsError } from "./error.ts";
import { hasDtype } from "./tensor.ts";
import type { Tensor, Tensors } from "./tensor.ts";

/**
 * The tensor called `name`, checked: throws when it is absent, or when its dtype or shape is not the wanted one.
 * A size of -1 in `shape` accepts any size.
 */
export function requireTensor<D extends Dtype>(
  tensors: Tensors,
  name: string,
  dtype: D,
  shape?: readonly number[],
): Tensor<D> {
  const where = `tensor ${JSON.stringify(name)}`;
  if (!Object.hasOwn(tensors, name)) {
    throw new SafetensorsError(
      `${where}: not in the file, which has ${Object.keys(tensors).join(", ") || "no tensors"}`,
    );
  }
  const tensor = tensors[name];
  if (!hasDtype(tensor, dtype)) {
    throw new SafetensorsError(`${where}: expected dtype ${dtype}, found ${tensor.dtype}`);
  }
  const found = tensor.shape;
  const fits =
    shape === undefined ||
    (shape.length === found.length &&
      shape.every((size, axis) => size === -1 || size === found[axis]));
  if (!fits) {
    throw new SafetensorsError(
      `${where}: expected shape ${JSON.stringify(shape)}, found ${JSON.stringify(found)}`,
    );
  }
  return tensor;
}
