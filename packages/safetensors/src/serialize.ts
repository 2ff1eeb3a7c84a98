import { bytesPerElement } from "./dtype.ts";
import { SafetensorsError } from "./error.ts";
import { checkName, metadataKey } from "./header.ts";
import { checkTensor } from "./tensor.ts";
import type { Metadata, Tensor, Tensors } from "./tensor.ts";

export type SerializeOptions = { readonly metadata?: Metadata };

/**
 * The bytes of a safetensors file. Wider dtypes come first and names are sorted within a width,
 * so every tensor is aligned and equal input gives equal bytes.
 * Throws `SafetensorsError` when a tensor's dtype, array and shape disagree.
 */
export function serialize(tensors: Tensors, options: SerializeOptions = {}): Uint8Array {
  const { head, parts, size } = layout(tensors, options);
  const bytes = new Uint8Array(size);
  bytes.set(head);
  let at = head.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

export type Layout = {
  /** The first 8 bytes and the header, padded with spaces so that the data starts at a multiple of 8. */
  readonly head: Uint8Array;
  /** Each tensor's own bytes (views), in file order. */
  readonly parts: readonly Uint8Array[];
  readonly size: number;
};

/** What `serialize` writes, as pieces: a file writer streams them instead of joining them in memory. */
export function layout(tensors: Tensors, { metadata }: SerializeOptions = {}): Layout {
  const entries: string[] = [];
  if (metadata !== undefined && Object.keys(metadata).length > 0) {
    entries.push(`${JSON.stringify(metadataKey)}:${JSON.stringify(checkMetadata(metadata))}`);
  }
  const parts: Uint8Array[] = [];
  let end = 0;
  for (const [name, tensor] of Object.entries(tensors)) checkTensor(checkName(name), tensor);
  for (const [name, tensor] of inFileOrder(tensors)) {
    const begin = end;
    end += tensor.data.byteLength;
    const { dtype, shape, data } = tensor;
    parts.push(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    const entry = JSON.stringify({ dtype, shape, data_offsets: [begin, end] });
    entries.push(`${JSON.stringify(name)}:${entry}`);
  }
  const json = new TextEncoder().encode(`{${entries.join(",")}}`);
  const padded = Math.ceil(json.length / 8) * 8;
  const head = new Uint8Array(8 + padded).fill(0x20);
  new DataView(head.buffer).setBigUint64(0, BigInt(padded), true);
  head.set(json, 8);
  return { head, parts, size: head.length + end };
}

function inFileOrder(tensors: Tensors): [string, Tensor][] {
  return Object.entries(tensors).sort(
    ([a, x], [b, y]) =>
      bytesPerElement(y.dtype) - bytesPerElement(x.dtype) || (a < b ? -1 : a > b ? 1 : 0),
  );
}

function checkMetadata(metadata: Metadata): Metadata {
  for (const [key, text] of Object.entries(metadata)) {
    if (typeof text !== "string") {
      throw new SafetensorsError(
        `metadata: expected text under ${JSON.stringify(key)}, found ${typeof text}; use JSON.stringify`,
      );
    }
  }
  return metadata;
}
