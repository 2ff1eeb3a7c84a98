import type { ConformanceCase, Subject } from "./cases.ts";
import { equal, holds, isError, type Answer } from "./check.ts";
import { outputsOf } from "./infer-cases.ts";
import { binaryBody, bytesOf, sampleInput } from "./samples.ts";

const HEADER = "inference-header-content-length";

/** The binary tensor extension. */
export function binaryCases({ send, path, inputs, outputs }: Subject): ConformanceCase[] {
  const samples = inputs.map((spec) => sampleInput(spec));
  const tensors = samples.map(bytesOf);
  const heads = samples.map(({ name, datatype, shape }, i) => ({
    name,
    datatype,
    shape,
    parameters: { binary_data_size: tensors[i].length },
  }));
  const post = (request: { body: Buffer; headers: Record<string, string> }) =>
    send(`${path}/infer`, request);
  const inJson = async () =>
    outputsOf(await send(`${path}/infer`, { body: JSON.stringify({ inputs: samples }) }));
  const allBinary = { parameters: { binary_data_output: true } };

  /** Every output's bytes, after checking that their sizes add up to what came. */
  const bytesIn = (answer: Answer) => {
    const found = outputsOf(answer);
    let at = Number(answer.headers.get(HEADER));
    const parts = found.map(({ name, parameters, data }) => {
      equal(data, undefined, `${name}: data beside bytes`);
      const size = Number(parameters?.["binary_data_size"]);
      holds(Number.isInteger(size), `${name}: expected binary_data_size`);
      return answer.bytes.subarray(at, (at += size));
    });
    equal(at, answer.bytes.length, "bytes of the body");
    return parts;
  };
  const refused = (
    name: string,
    json: object,
    bytes: Buffer[],
    length?: string,
  ): ConformanceCase => ({
    name,
    run: async () => {
      const request = binaryBody(json, bytes);
      if (length !== undefined) request.headers[HEADER] = length;
      isError(await post(request));
    },
  });
  const whole = { inputs: heads };
  return [
    {
      name: "binary inputs mean the same as JSON",
      run: async () =>
        equal(outputsOf(await post(binaryBody(whole, tensors))), await inJson(), "outputs"),
    },
    {
      name: "binary inputs under the media type of JSON mean the same",
      run: async () => {
        const request = binaryBody(whole, tensors);
        request.headers["content-type"] = "application/json";
        equal(outputsOf(await post(request)), await inJson(), "outputs");
      },
    },
    {
      name: "binary_data_output makes every output binary",
      run: async () => {
        const request = { inputs: samples, ...allBinary };
        const answer = await send(`${path}/infer`, { body: JSON.stringify(request) });
        equal(bytesIn(answer).length, outputs.length, "outputs");
      },
    },
    {
      name: "binary inputs and outputs together",
      run: async () => {
        const parts = bytesIn(await post(binaryBody({ ...whole, ...allBinary }, tensors)));
        equal(parts.length, outputs.length, "outputs");
      },
    },
    ...outputs.map(({ name }) => ({
      name: `binary_data of ${name} alone makes it binary`,
      run: async () => {
        const request = { inputs: samples, outputs: [{ name, parameters: { binary_data: true } }] };
        const answer = await send(`${path}/infer`, { body: JSON.stringify(request) });
        equal(bytesIn(answer).length, 1, "outputs");
      },
    })),
    {
      name: "binary_data false takes an output out of binary_data_output",
      run: async () => {
        const wanted = outputs.map(({ name }) => ({ name, parameters: { binary_data: false } }));
        const request = { inputs: samples, outputs: wanted, ...allBinary };
        const answer = await send(`${path}/infer`, { body: JSON.stringify(request) });
        equal(outputsOf(answer), await inJson(), "outputs");
      },
    },
    refused("a header length beyond the body is refused", whole, tensors, "999999999"),
    refused("a header length of 0 is refused", whole, tensors, "0"),
    refused("a negative header length is refused", whole, tensors, "-5"),
    refused("a header length that is no number is refused", whole, tensors, "many"),
    refused("a header length that cuts the JSON is refused", whole, tensors, "10"),
    refused("too few bytes are refused", whole, [...tensors.slice(1), tensors[0].subarray(1)]),
    refused("bytes that belong to no input are refused", whole, [...tensors, Buffer.from("x")]),
    refused(
      "a size that is not the shape's is refused",
      { inputs: heads.map((head) => ({ ...head, parameters: { binary_data_size: 1 } })) },
      heads.map(() => Buffer.alloc(1)),
    ),
    refused(
      "a negative size is refused",
      { inputs: heads.map((head) => ({ ...head, parameters: { binary_data_size: -4 } })) },
      tensors,
    ),
    refused(
      "data and bytes for one input are refused",
      { inputs: heads.map((head, i) => ({ ...head, data: samples[i].data })) },
      tensors,
    ),
    {
      name: "binary_data_size without the header is refused",
      run: async () => isError(await send(`${path}/infer`, { body: JSON.stringify(whole) })),
    },
  ];
}
