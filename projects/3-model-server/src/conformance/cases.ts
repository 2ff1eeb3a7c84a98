import { z } from "zod";
import { issueText } from "../protocol/issue-text.ts";
import { datatypeNames } from "../tensors/datatype.ts";
import type { TensorSpec } from "../tensors/tensor.ts";
import { binaryCases } from "./binary-cases.ts";
import { equal, holds, isError, member } from "./check.ts";
import type { Send } from "./client.ts";
import { errorCases } from "./error-cases.ts";
import { inferCases } from "./infer-cases.ts";

/** One thing that the protocol asks of a server; `run` throws when it is not so. */
export interface ConformanceCase {
  name: string;
  run: () => Promise<void>;
}

/** A model under test and how to reach it. */
export interface Subject {
  send: Send;
  model: string;
  version: string;
  inputs: TensorSpec[];
  outputs: TensorSpec[];
  /** Of the model, without a version. */
  path: string;
  /** How far an answer may be from the same request's in another batch; rounding in float32 when left out. */
  tolerance?: number;
}

/** What the protocol asks of a server whatever it serves. */
export function serverCases(send: Send): ConformanceCase[] {
  const isTrue = async (path: string, name: string) => {
    const { status, bytes, json } = await send(path);
    equal(status, 200, "status");
    // The protocol's text wants a status only, its schema a body: both are right.
    if (bytes.length > 0) equal(member(json, name), true, name);
  };
  return [
    { name: "server live", run: () => isTrue("/v2/health/live", "live") },
    { name: "server ready", run: () => isTrue("/v2/health/ready", "ready") },
    {
      name: "server metadata has name, version and extensions",
      run: async () => {
        const { status, json } = await send("/v2");
        equal(status, 200, "status");
        for (const name of ["name", "version"]) equal(typeof member(json, name), "string", name);
        const extensions = member(json, "extensions");
        holds(
          Array.isArray(extensions) && extensions.every((text) => typeof text === "string"),
          "extensions: expected an array of strings",
        );
      },
    },
    {
      name: "an unknown model's metadata is a 404 with an error",
      run: async () => isError(await send("/v2/models/no-such-model"), 404),
    },
    {
      name: "an unknown model is not ready",
      run: async () => isError(await send("/v2/models/no-such-model/ready"), 404),
    },
    {
      name: "an unknown model's infer is a 404 with an error",
      run: async () => {
        const body = JSON.stringify({
          inputs: [{ name: "x", shape: [1], datatype: "FP32", data: [1] }],
        });
        isError(await send("/v2/models/no-such-model/infer", { body }), 404);
      },
    },
    {
      name: "an unknown path is a 404",
      run: async () => equal((await send("/v2/no-such-path")).status, 404, "status"),
    },
  ];
}

const tensors = z.array(
  z.object({ name: z.string(), datatype: z.enum(datatypeNames), shape: z.array(z.number()) }),
);

const metadata = z.object({
  versions: z.array(z.string()).optional(),
  inputs: tensors,
  outputs: tensors,
});

/** Reads a model's metadata, which the other cases are made from. */
export async function readSubject(send: Send, model: string): Promise<Subject> {
  const path = `/v2/models/${encodeURIComponent(model)}`;
  const { status, json } = await send(path);
  if (status !== 200) throw new Error(`${path}: expected 200, found ${status}`);
  const result = metadata.safeParse(json);
  if (!result.success) throw new Error(`${path}: ${issueText(result.error)}`);
  const { versions, inputs, outputs } = result.data;
  return { send, model, version: versions?.at(-1) ?? "", path, inputs, outputs };
}

function metadataCases({
  send,
  model,
  version,
  path,
  inputs,
  outputs,
}: Subject): ConformanceCase[] {
  const versioned = `${path}/versions/${version}`;
  return [
    {
      name: "metadata has the model's name, versions and platform",
      run: async () => {
        const { json } = await send(path);
        equal(member(json, "name"), model, "name");
        equal(typeof member(json, "platform"), "string", "platform");
        holds(version !== "", "versions: expected at least one");
      },
    },
    {
      name: "metadata names every input and output with data type and shape",
      run: async () => {
        holds(inputs.length > 0 && outputs.length > 0, "expected inputs and outputs");
        for (const { name, shape } of [...inputs, ...outputs]) {
          holds(name !== "" && Array.isArray(shape), `${name}: expected a name and a shape`);
          holds(
            shape.every((size) => Number.isInteger(size) && size >= -1),
            `${name}: expected sizes, -1 for any`,
          );
        }
      },
    },
    {
      name: "a version's metadata is about the same model",
      run: async () => {
        const { status, json } = await send(versioned);
        equal(status, 200, "status");
        equal(member(json, "name"), model, "name");
      },
    },
    {
      name: "an unknown version's metadata is a 404",
      run: async () => isError(await send(`${path}/versions/no-such-version`), 404),
    },
    {
      name: "the model is ready",
      run: async () => equal((await send(`${path}/ready`)).status, 200, "status"),
    },
    {
      name: "the version is ready",
      run: async () => equal((await send(`${versioned}/ready`)).status, 200, "status"),
    },
    {
      name: "an unknown version is not ready",
      run: async () => isError(await send(`${path}/versions/no-such-version/ready`), 404),
    },
  ];
}

/** Everything that the protocol asks about one model, each case named for it. */
export function modelCases(subject: Subject): ConformanceCase[] {
  return [
    ...metadataCases(subject),
    ...inferCases(subject),
    ...binaryCases(subject),
    ...errorCases(subject),
  ].map(({ name, run }) => ({ name: `${subject.model}: ${name}`, run }));
}

/**
 * All cases for a server and some of its models.
 *
 * @param tolerance between the answers in different batches; 8-bit models scale a whole batch's numbers together
 */
export async function conformanceCases(
  send: Send,
  models: readonly string[],
  tolerance?: number,
): Promise<ConformanceCase[]> {
  const cases = serverCases(send);
  for (const model of models) {
    const subject = await readSubject(send, model);
    cases.push(...modelCases(tolerance === undefined ? subject : { ...subject, tolerance }));
  }
  return cases;
}
