import { datatypes, type TensorData } from "./datatype.ts";
import type { Tensor, Tensors } from "./tensor.ts";

/** How many rows tensors hold: the size of their common first axis. */
export function rowCount(tensors: Tensors): number {
  const [first] = tensors.values();
  return first?.shape[0] ?? 0;
}

/** Tensors one behind the other along the first axis; their other axes agree. */
export function concatRows(parts: readonly Tensors[]): Tensors {
  if (parts.length === 1) return parts[0];
  const joined = new Map<string, Tensor>();
  for (const [name, { datatype, shape }] of parts[0]) {
    const tensors = parts.map((part) => part.get(name)!);
    const rows = tensors.reduce((sum, tensor) => sum + tensor.shape[0], 0);
    joined.set(name, {
      name,
      datatype,
      shape: [rows, ...shape.slice(1)],
      data: concatData(tensors),
    });
  }
  return joined;
}

function concatData(tensors: readonly Tensor[]): TensorData {
  const texts: string[] = [];
  const bytes: Uint8Array[] = [];
  for (const { data } of tensors) {
    // One by one: as arguments, a hundred thousand would overflow the stack.
    if (Array.isArray(data)) for (const text of data) texts.push(text);
    else bytes.push(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  }
  if (bytes.length === 0) return texts;
  const all = new Uint8Array(bytes.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of bytes) {
    all.set(part, at);
    at += part.length;
  }
  return datatypes[tensors[0].datatype].view(all.buffer);
}

/** Rows `from` to `to` of every tensor. */
export function sliceRows(tensors: Tensors, from: number, to: number): Tensors {
  const part = new Map<string, Tensor>();
  for (const [name, tensor] of tensors) {
    const size = tensor.shape[0] === 0 ? 0 : tensor.data.length / tensor.shape[0];
    part.set(name, {
      ...tensor,
      shape: [to - from, ...tensor.shape.slice(1)],
      data: tensor.data.slice(from * size, to * size),
    });
  }
  return part;
}
