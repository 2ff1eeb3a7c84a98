import { bytesPerElement, viewOf } from "./dtype.ts";
import { SafetensorsError } from "./error.ts";
import { headerSize, parseHeader } from "./header.ts";
import type { Entry } from "./header.ts";
import { isTensor } from "./tensor.ts";
import type { Metadata, Tensor, Tensors } from "./tensor.ts";

export type SafetensorsFile = { readonly tensors: Tensors; readonly metadata: Metadata };

/**
 * Reads a whole safetensors file from memory. Tensors are views into `bytes` wherever their
 * offset allows it and copies elsewhere; names come in the order of their bytes.
 * Throws `SafetensorsError` on a header that is malformed or does not describe every byte exactly once.
 * Source: https://github.com/huggingface/safetensors (format section of its README).
 */
export function parse(bytes: Uint8Array): SafetensorsFile {
  const size = headerSize(bytes, bytes.length);
  const dataStart = 8 + size;
  const header = parseHeader(bytes.subarray(8, dataStart), bytes.length - dataStart);
  const tensors: Record<string, Tensor> = Object.create(null);
  for (const [name, entry] of header.entries) {
    tensors[name] = tensorAt(entry, bytes.buffer, bytes.byteOffset + dataStart + entry.begin);
  }
  return { tensors, metadata: header.metadata };
}

/** The tensor that `entry` describes, whose bytes start `byteOffset` bytes into `buffer`. */
export function tensorAt(entry: Entry, buffer: ArrayBufferLike, byteOffset: number): Tensor {
  const { dtype, shape, begin, end } = entry;
  const data = viewOf(dtype, buffer, byteOffset, (end - begin) / bytesPerElement(dtype));
  const tensor = { dtype, shape, data };
  if (!isTensor(tensor)) throw new SafetensorsError(`${dtype}: its array has the wrong type`);
  return tensor;
}
