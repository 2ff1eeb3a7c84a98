import type { Model } from "../model.ts";
import { badRequest } from "../problem.ts";
import { BINARY_HEADER, readBinaryTensor, splitBinaryBody } from "../tensors/binary.ts";
import { flattenData } from "../tensors/flatten-data.ts";
import { elementCount, type Tensor, type Tensors } from "../tensors/tensor.ts";
import { checkShape } from "./check-shape.ts";
import { issueText } from "./issue-text.ts";
import { inferRequest, type InferRequest } from "./schemas.ts";

/** An infer request, understood: the model's inputs and which outputs are wanted how. */
export interface ReadRequest {
  id: string | undefined;
  inputs: Tensors;
  outputs: readonly { name: string; binary: boolean }[];
}

/** The most elements of one request's tensors; a shape that claims more is refused unread. */
const MAX_ELEMENTS = 2 ** 26;

const SIZE = "binary_data_size";

/** An infer request's envelope and the bytes behind it, if it came with `Inference-Header-Content-Length`. */
export function readEnvelope(
  body: unknown,
  header: string | undefined,
): { envelope: InferRequest; tensors: Buffer | undefined } {
  if (header === undefined) {
    if (Buffer.isBuffer(body)) {
      throw badRequest(`infer: a binary body needs the header ${BINARY_HEADER}`);
    }
    return { envelope: checkEnvelope(body), tensors: undefined };
  }
  if (!Buffer.isBuffer(body)) throw badRequest("infer: the body is empty");
  const { json, tensors } = splitBinaryBody(body, header);
  let parsed: unknown;
  try {
    parsed = JSON.parse(json.toString("utf8"));
  } catch {
    throw badRequest(`infer: the first ${header} bytes are no JSON`);
  }
  return { envelope: checkEnvelope(parsed), tensors };
}

function checkEnvelope(body: unknown): InferRequest {
  const result = inferRequest.safeParse(body);
  if (!result.success) throw badRequest(`infer: ${issueText(result.error)}`);
  return result.data;
}

/**
 * Reads a request's tensors and checks them against the model.
 *
 * @param body parsed JSON, or the bytes of a request with binary tensors
 * @param header its `Inference-Header-Content-Length`
 * @throws Problem 400 that names the input and what was expected
 */
export function readRequest(model: Model, body: unknown, header: string | undefined): ReadRequest {
  const { envelope, tensors } = readEnvelope(body, header);
  const inputs = new Map<string, Tensor>();
  let at = 0;
  for (const { name, shape, datatype, data, parameters } of envelope.inputs) {
    const where = `infer: input ${JSON.stringify(name.slice(0, 60))}`;
    const spec = model.inputs.find((known) => known.name === name);
    if (!spec) {
      const known = model.inputs.map((input) => input.name).join(", ");
      throw badRequest(`${where} is none of the model's: ${known}`);
    }
    if (inputs.has(name)) throw badRequest(`${where} is there twice`);
    checkShape({ name, datatype, shape }, spec, where);
    const count = elementCount(shape);
    if (count > MAX_ELEMENTS) throw badRequest(`${where}: ${count} elements are too many`);
    const size = parameters?.[SIZE];
    if (size === undefined) {
      if (!data) throw badRequest(`${where} has no data`);
      inputs.set(name, { name, datatype, shape, data: flattenData(data, shape, datatype, where) });
      continue;
    }
    if (data) throw badRequest(`${where} has both data and ${SIZE}`);
    if (!tensors) throw badRequest(`${where}: ${SIZE} needs the header ${BINARY_HEADER}`);
    if (typeof size !== "number" || !Number.isInteger(size) || size < 0) {
      throw badRequest(`${where}: ${SIZE} is no whole number`);
    }
    if (at + size > tensors.length) {
      throw badRequest(`${where}: ${size} bytes are promised, ${tensors.length - at} are left`);
    }
    const bytes = tensors.subarray(at, at + size);
    inputs.set(name, {
      name,
      datatype,
      shape,
      data: readBinaryTensor(bytes, datatype, count, where),
    });
    at += size;
  }
  if (tensors && at !== tensors.length) {
    throw badRequest(`infer: ${tensors.length - at} bytes belong to no input`);
  }
  checkComplete(model, inputs);
  model.check?.(inputs);
  return { id: envelope.id, inputs, outputs: wantedOutputs(model, envelope) };
}

function checkComplete(model: Model, inputs: Tensors): void {
  const missing = model.inputs.find(({ name }) => !inputs.has(name));
  if (missing) throw badRequest(`infer: input ${JSON.stringify(missing.name)} is missing`);
  if (model.maxBatchSize === 1) return;
  const rows = new Set([...inputs.values()].map(({ shape }) => shape[0]));
  if (rows.size > 1) throw badRequest("infer: the inputs differ in their number of rows");
  const [count] = rows;
  if (count === 0) throw badRequest("infer: the inputs hold no rows");
  if (count > model.maxBatchSize) {
    throw badRequest(`infer: at most ${model.maxBatchSize} rows a request, found ${count}`);
  }
}

function wantedOutputs(model: Model, { outputs, parameters }: InferRequest) {
  const binaryDefault = parameters?.["binary_data_output"] === true;
  if (!outputs || outputs.length === 0) {
    return model.outputs.map(({ name }) => ({ name, binary: binaryDefault }));
  }
  const names = new Set<string>();
  return outputs.map(({ name, parameters: own }) => {
    const quoted = JSON.stringify(name.slice(0, 60));
    if (!model.outputs.some((known) => known.name === name)) {
      const known = model.outputs.map((output) => output.name).join(", ");
      throw badRequest(`infer: output ${quoted} is none of the model's: ${known}`);
    }
    if (names.has(name)) throw badRequest(`infer: output ${quoted} is asked for twice`);
    names.add(name);
    const binary = own?.["binary_data"];
    return { name, binary: typeof binary === "boolean" ? binary : binaryDefault };
  });
}
