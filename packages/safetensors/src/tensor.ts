import { arrayName, bytesPerElement, checkDtype, isArrayOf } from "./dtype.ts";
import type { DataOf, Dtype } from "./dtype.ts";
import { SafetensorsError } from "./error.ts";

/** A named array's contents: `data` holds the product of `shape` elements in C order. Narrow on `dtype` to get the array's type. */
export type Tensor<D extends Dtype = Dtype> = {
  [K in D]: { readonly dtype: K; readonly shape: readonly number[]; readonly data: DataOf[K] };
}[D];

export type Tensors = Readonly<Record<string, Tensor>>;
export type Metadata = Readonly<Record<string, string>>;

type Uncorrelated = {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly data: DataOf[Dtype];
};

/** Whether `data` is the array that `dtype` calls for. */
export function isTensor(tensor: Uncorrelated): tensor is Tensor {
  return isArrayOf(tensor.dtype, tensor.data);
}

export function hasDtype<D extends Dtype>(tensor: Uncorrelated, dtype: D): tensor is Tensor<D> {
  return tensor.dtype === dtype && isTensor(tensor);
}

/** `values` themselves; throws unless each is a whole number >= 0. */
export function wholeNumbers(values: readonly unknown[], where: string): readonly number[] {
  if (!values.every(isWhole)) {
    throw new SafetensorsError(
      `${where}: expected whole numbers >= 0, found ${JSON.stringify(values)}`,
    );
  }
  return values;
}

function isWhole(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** The product of `shape`; throws when it is too large to be exact. */
export function elementCount(shape: readonly number[], where: string): number {
  let count = 1;
  for (const size of shape) {
    count *= size;
    if (!Number.isSafeInteger(count)) {
      throw new SafetensorsError(
        `${where}: shape ${JSON.stringify(shape)} has too many elements to count`,
      );
    }
  }
  return count;
}

/** Throws unless the tensor's dtype, array type and shape agree; returns its size in bytes. */
export function checkTensor(name: string, tensor: Tensor): number {
  const where = `tensor ${JSON.stringify(name)}`;
  const dtype = checkDtype(tensor.dtype, where);
  if (!isArrayOf(dtype, tensor.data)) {
    throw new SafetensorsError(`${where}: dtype ${dtype} needs a ${arrayName(dtype)}`);
  }
  const count = elementCount(wholeNumbers(tensor.shape, `${where}: shape`), where);
  if (tensor.data.length !== count) {
    throw new SafetensorsError(
      `${where}: shape ${JSON.stringify(tensor.shape)} needs ${count} elements, found ${tensor.data.length}`,
    );
  }
  return count * bytesPerElement(dtype);
}
