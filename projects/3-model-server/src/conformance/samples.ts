import { datatypes, isBig, type Datatype } from "../tensors/datatype.ts";
import { writeBinaryTensor } from "../tensors/binary.ts";
import { elementCount, type TensorSpec } from "../tensors/tensor.ts";

export type Element = number | string | boolean;

/** An input of a request. */
export interface SampleInput {
  name: string;
  datatype: Datatype;
  shape: number[];
  data: Element[];
}

/** Valid elements of a data type: small, different, exact in every type. */
export function elements(datatype: Datatype, count: number, from = 0): Element[] {
  return Array.from({ length: count }, (_, i) => {
    const value = (i + from) % 7;
    if (datatype === "BYTES") return `text ${value} \u00e4`;
    if (datatype === "BOOL") return value % 2 === 1;
    return datatypes[datatype].whole ? value : value / 4;
  });
}

/** An input that a model takes; sizes it leaves open are 1, or `rows` for the first. */
export function sampleInput(
  { name, datatype, shape }: TensorSpec,
  rows = 1,
  from = 0,
): SampleInput {
  const sizes = shape.map((size, axis) => (size === -1 ? (axis === 0 ? rows : 1) : size));
  return { name, datatype, shape: sizes, data: elements(datatype, elementCount(sizes), from) };
}

/** Flat data nested as a shape. */
export function nest(data: readonly Element[], shape: readonly number[]): unknown {
  if (shape.length <= 1) return [...data];
  const size = elementCount(shape.slice(1));
  return Array.from({ length: shape[0] }, (_, i) =>
    nest(data.slice(i * size, (i + 1) * size), shape.slice(1)),
  );
}

/** The bytes of an input for the binary tensor extension. */
export function bytesOf({ datatype, data }: SampleInput): Buffer {
  if (datatype === "BYTES") return writeBinaryTensor(data.map(String), datatype);
  const array = datatypes[datatype].make(data.length);
  for (const [i, value] of data.entries()) {
    if (isBig(array)) array[i] = BigInt(Number(value));
    else if (!Array.isArray(array)) array[i] = Number(value);
  }
  return writeBinaryTensor(array, datatype);
}

/** A body with binary tensors: JSON, then bytes; `headers` say where one ends. */
export function binaryBody(json: object, tensors: readonly Buffer[]) {
  const head = Buffer.from(JSON.stringify(json));
  return {
    body: Buffer.concat([head, ...tensors]),
    headers: {
      "content-type": "application/octet-stream",
      "inference-header-content-length": String(head.length),
    },
  };
}
