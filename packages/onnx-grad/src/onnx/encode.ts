import { elementTypeCode } from "./element-type.ts";
import type {
  Attribute,
  ModelGraph,
  ModelNode,
  ModelTensor,
  OnnxModel,
  ValueInfo,
} from "./model.ts";
import { ProtoWriter } from "./proto-writer.ts";

/** Protobuf messages, and so models without external data, end at 2 GiB. */
export const largestProto = 2 ** 31 - 1;

/** The bytes of a `.onnx` file. Throws `RangeError` above 2 GiB: put the weights into an external file then. */
export function encodeModel(model: OnnxModel): Uint8Array {
  const writer = modelProto(model);
  if (writer.length > largestProto) {
    throw new RangeError(
      `encodeModel: ${writer.length} bytes, a protobuf holds ${largestProto}; use writeModel, which puts weights into an external file`,
    );
  }
  return writer.join();
}

/** The model as protobuf chunks; tensors' bytes are referred to, not copied. */
export function modelProto(model: OnnxModel): ProtoWriter {
  const writer = new ProtoWriter();
  writer.int(1, model.irVersion);
  writer.string(2, model.producer);
  writer.message(7, graphProto(model.graph));
  for (const [domain, version] of Object.entries(model.opsets)) {
    const opset = new ProtoWriter();
    opset.string(1, domain);
    opset.int(2, version);
    writer.message(8, opset);
  }
  for (const [key, value] of Object.entries(model.metadata)) writer.message(14, pair(key, value));
  return writer;
}

function graphProto(graph: ModelGraph): ProtoWriter {
  const writer = new ProtoWriter();
  for (const node of graph.nodes) writer.message(1, nodeProto(node));
  writer.string(2, graph.name);
  for (const tensor of graph.initializers) writer.message(5, tensorProto(tensor));
  for (const input of graph.inputs) writer.message(11, valueInfoProto(input));
  for (const output of graph.outputs) writer.message(12, valueInfoProto(output));
  for (const value of graph.values) writer.message(13, valueInfoProto(value));
  return writer;
}

function nodeProto(node: ModelNode): ProtoWriter {
  const writer = new ProtoWriter();
  for (const input of node.inputs) writer.string(1, input);
  for (const output of node.outputs) writer.string(2, output);
  writer.string(3, node.name);
  writer.string(4, node.opType);
  for (const [name, attribute] of Object.entries(node.attributes)) {
    writer.message(5, attributeProto(name, attribute));
  }
  if (node.domain !== "") writer.string(7, node.domain);
  return writer;
}

function attributeProto(name: string, attribute: Attribute): ProtoWriter {
  const writer = new ProtoWriter();
  writer.string(1, name);
  switch (attribute.kind) {
    case "float":
      writer.float(2, attribute.value);
      break;
    case "int":
      writer.int(3, attribute.value);
      break;
    case "string":
      writer.string(4, attribute.value);
      break;
    case "tensor":
      writer.message(5, tensorProto(attribute.value));
      break;
    case "graph":
      writer.message(6, graphProto(attribute.value));
      break;
    case "floats":
      writer.packedFloats(7, attribute.value);
      break;
    case "ints":
      writer.packedInts(8, attribute.value);
      break;
    case "strings":
      for (const value of attribute.value) writer.string(9, value);
      break;
  }
  writer.int(20, attributeCodes[attribute.kind]);
  return writer;
}

export const attributeCodes = {
  float: 1,
  int: 2,
  string: 3,
  tensor: 4,
  graph: 5,
  floats: 6,
  ints: 7,
  strings: 8,
} as const satisfies Record<Attribute["kind"], number>;

function tensorProto(tensor: ModelTensor): ProtoWriter {
  const writer = new ProtoWriter();
  writer.packedInts(1, tensor.dims);
  writer.int(2, elementTypeCode(tensor.type));
  writer.string(8, tensor.name);
  if (tensor.external === undefined) {
    writer.bytes(9, tensor.bytes);
  } else {
    const { location, offset, length } = tensor.external;
    writer.message(13, pair("location", location));
    writer.message(13, pair("offset", String(offset)));
    writer.message(13, pair("length", String(length)));
    writer.int(14, 1);
  }
  return writer;
}

function valueInfoProto({ name, type, shape }: ValueInfo): ProtoWriter {
  const dims = new ProtoWriter();
  for (const size of shape) {
    const dim = new ProtoWriter();
    if (typeof size === "number") dim.int(1, size);
    else if (size !== "") dim.string(2, size);
    dims.message(1, dim);
  }
  const tensorType = new ProtoWriter();
  tensorType.int(1, elementTypeCode(type));
  tensorType.message(2, dims);
  const typeProto = new ProtoWriter();
  typeProto.message(1, tensorType);
  const writer = new ProtoWriter();
  writer.string(1, name);
  writer.message(2, typeProto);
  return writer;
}

function pair(key: string, value: string): ProtoWriter {
  const writer = new ProtoWriter();
  writer.string(1, key);
  writer.string(2, value);
  return writer;
}
