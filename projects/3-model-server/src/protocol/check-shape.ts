import { badRequest } from "../problem.ts";
import type { TensorSpec } from "../tensors/tensor.ts";

const text = (shape: readonly number[]) => `(${shape.join(", ")})`;

/**
 * Checks an input's data type and shape against what the model takes; a -1 of the model fits any size.
 *
 * @param given the request's input; `spec` the model's
 * @throws Problem 400 that names both
 */
export function checkShape(given: TensorSpec, spec: TensorSpec, where: string): void {
  //#region solution 3.3 data type and shape against the model's
  if (given.datatype !== spec.datatype) {
    throw badRequest(`${where}: the model takes ${spec.datatype}, found ${given.datatype}`);
  }
  const fits =
    given.shape.length === spec.shape.length &&
    given.shape.every((size, axis) => spec.shape[axis] === -1 || spec.shape[axis] === size);
  if (!fits) {
    throw badRequest(
      `${where}: the model takes a shape of ${text(spec.shape)}, found ${text(given.shape)}`,
    );
  }
  //#endregion
}
