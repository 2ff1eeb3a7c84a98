import { attributeCodes } from "./encode.ts";
import { decodeTensor } from "./decode-tensor.ts";
import { elementTypeFromCode } from "./element-type.ts";
import type {
  Attribute,
  Dimension,
  ModelGraph,
  ModelNode,
  ModelTensor,
  OnnxModel,
  ValueInfo,
} from "./model.ts";
import {
  append,
  checkKey,
  protoFields,
  protoFloat,
  protoFloats,
  protoInts,
  protoPair,
  protoText,
} from "./proto-reader.ts";

/**
 * Reads a `.onnx` file. Tensors' bytes are views into `bytes`; those in an external file carry its location.
 * Fields that running a model does not need (doc strings, annotations, training info) are skipped.
 * Throws `RangeError` when the bytes are no ONNX model, or one with functions or sparse initializers.
 */
export function decodeModel(bytes: Uint8Array): OnnxModel {
  let [irVersion, producer] = [0, ""];
  let graph: ModelGraph | undefined;
  const opsets: Record<string, number> = {};
  const metadata: Record<string, string> = {};
  for (const field of protoFields(bytes)) {
    if (field.number === 1) irVersion = Number(field.varint);
    else if (field.number === 2) producer = protoText(field);
    else if (field.number === 7) graph = decodeGraph(field.bytes);
    else if (field.number === 8) {
      const { domain, version } = decodeOpset(field.bytes);
      opsets[checkKey(domain)] = version;
    } else if (field.number === 14) {
      const { key, value } = protoPair(field.bytes);
      metadata[checkKey(key)] = value;
    } else if (field.number === 25)
      throw new RangeError("decodeModel: functions are not supported");
  }
  if (graph === undefined) throw new RangeError("decodeModel: expected an ONNX model with a graph");
  return { irVersion, producer, opsets, metadata, graph };
}

function decodeOpset(bytes: Uint8Array): { domain: string; version: number } {
  let [domain, version] = ["", 0];
  for (const field of protoFields(bytes)) {
    if (field.number === 1) domain = protoText(field);
    else if (field.number === 2) version = Number(field.varint);
  }
  return { domain, version };
}

function decodeGraph(bytes: Uint8Array): ModelGraph {
  let name = "";
  const nodes: ModelNode[] = [];
  const initializers: ModelTensor[] = [];
  const inputs: ValueInfo[] = [];
  const outputs: ValueInfo[] = [];
  const values: ValueInfo[] = [];
  for (const field of protoFields(bytes)) {
    if (field.number === 1) nodes.push(decodeNode(field.bytes));
    else if (field.number === 2) name = protoText(field);
    else if (field.number === 5) initializers.push(decodeTensor(field.bytes));
    else if (field.number === 11) inputs.push(decodeValueInfo(field.bytes));
    else if (field.number === 12) outputs.push(decodeValueInfo(field.bytes));
    else if (field.number === 13) values.push(decodeValueInfo(field.bytes));
    else if (field.number === 15) {
      throw new RangeError("decodeModel: sparse initializers are not supported");
    }
  }
  return { name, nodes, initializers, inputs, outputs, values };
}

function decodeNode(bytes: Uint8Array): ModelNode {
  const node = { opType: "", domain: "", name: "" };
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributes: Record<string, Attribute> = {};
  for (const field of protoFields(bytes)) {
    if (field.number === 1) inputs.push(protoText(field));
    else if (field.number === 2) outputs.push(protoText(field));
    else if (field.number === 3) node.name = protoText(field);
    else if (field.number === 4) node.opType = protoText(field);
    else if (field.number === 7) node.domain = protoText(field);
    else if (field.number === 5) {
      const { name, attribute } = decodeAttribute(field.bytes);
      attributes[checkKey(name)] = attribute;
    }
  }
  return { ...node, inputs, outputs, attributes };
}

function decodeAttribute(bytes: Uint8Array): { name: string; attribute: Attribute } {
  let [name, type] = ["", 0];
  const [floats, ints, strings]: [number[], bigint[], string[]] = [[], [], []];
  const single: Partial<Record<number, Attribute>> = {
    1: { kind: "float", value: 0 },
    2: { kind: "int", value: 0n },
    3: { kind: "string", value: "" },
  };
  for (const field of protoFields(bytes)) {
    if (field.number === 1) name = protoText(field);
    else if (field.number === 2) single[1] = { kind: "float", value: protoFloat(field) };
    else if (field.number === 3) single[2] = { kind: "int", value: field.varint };
    else if (field.number === 4) single[3] = { kind: "string", value: protoText(field) };
    else if (field.number === 5) single[4] = { kind: "tensor", value: decodeTensor(field.bytes) };
    else if (field.number === 6) single[5] = { kind: "graph", value: decodeGraph(field.bytes) };
    else if (field.number === 7) append(floats, protoFloats(field));
    else if (field.number === 8) append(ints, protoInts(field));
    else if (field.number === 9) strings.push(protoText(field));
    else if (field.number === 20) type = Number(field.varint);
  }
  if (type === attributeCodes.floats) return { name, attribute: { kind: "floats", value: floats } };
  if (type === attributeCodes.ints) return { name, attribute: { kind: "ints", value: ints } };
  if (type === attributeCodes.strings) {
    return { name, attribute: { kind: "strings", value: strings } };
  }
  const attribute = single[type];
  if (attribute === undefined) {
    throw new RangeError(
      `decodeModel: attribute ${JSON.stringify(name)} of unsupported type ${type}`,
    );
  }
  return { name, attribute };
}

function decodeValueInfo(bytes: Uint8Array): ValueInfo {
  let [name, code] = ["", 0];
  const shape: Dimension[] = [];
  for (const field of protoFields(bytes)) {
    if (field.number === 1) name = protoText(field);
    if (field.number !== 2) continue;
    for (const type of protoFields(field.bytes)) {
      if (type.number !== 1) continue;
      for (const part of protoFields(type.bytes)) {
        if (part.number === 1) code = Number(part.varint);
        else if (part.number === 2) shape.push(...decodeShape(part.bytes));
      }
    }
  }
  return { name, type: elementTypeFromCode(code), shape };
}

function* decodeShape(bytes: Uint8Array): Generator<Dimension> {
  for (const dim of protoFields(bytes)) {
    let size: Dimension = "";
    for (const field of protoFields(dim.bytes)) {
      if (field.number === 1) size = Number(field.varint);
      else if (field.number === 2) size = protoText(field);
    }
    yield size;
  }
}
