import { isArrayOf, newArray } from "../onnx/element-type.ts";
import type { ArrayOf, ElementType } from "../onnx/element-type.ts";

/** A tensor with its elements, in C order. */
export type Tensor = {
  [T in ElementType]: {
    readonly dtype: T;
    readonly shape: readonly number[];
    readonly data: ArrayOf[T];
  };
}[ElementType];

type Loose = {
  readonly dtype: ElementType;
  readonly shape: readonly number[];
  readonly data: ArrayOf[ElementType];
};

function isTensor(tensor: Loose): tensor is Tensor {
  return isArrayOf(tensor.dtype, tensor.data);
}

/** A tensor over `data`, not a copy. Throws when type, shape and data disagree. */
export function tensor(
  dtype: ElementType,
  shape: readonly number[],
  data: ArrayOf[ElementType],
): Tensor {
  const size = shape.reduce((product, axis) => product * axis, 1);
  if (data.length !== size) {
    throw new RangeError(
      `tensor: shape [${shape.join(", ")}] needs ${size} elements, found ${data.length}`,
    );
  }
  const made = { dtype, shape, data };
  if (isTensor(made)) return made;
  throw new TypeError(`tensor: ${dtype} does not fit a ${data.constructor.name}`);
}

/** A float32 tensor from numbers. A Float32Array is taken as it is. */
export function float32(values: ArrayLike<number>, shape: readonly number[]): Tensor {
  const data = values instanceof Float32Array ? values : Float32Array.from(values);
  return tensor("float32", shape, data);
}

/** An int64 tensor from whole numbers. A BigInt64Array is taken as it is. */
export function int64(values: ArrayLike<number> | BigInt64Array, shape: readonly number[]): Tensor {
  const data =
    values instanceof BigInt64Array ? values : BigInt64Array.from(Array.from(values), BigInt);
  return tensor("int64", shape, data);
}

/** A tensor of zeros. */
export function zerosOf(dtype: ElementType, shape: readonly number[]): Tensor {
  const size = shape.reduce((product, axis) => product * axis, 1);
  return tensor(dtype, shape, newArray(dtype, size));
}
