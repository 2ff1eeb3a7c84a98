import { z } from "zod";
import { issueText } from "../protocol/issue-text.ts";
import { datatypeNames } from "../tensors/datatype.ts";
import { elementCount } from "../tensors/tensor.ts";
import type { ConformanceCase, Subject } from "./cases.ts";
import { equal, holds, member, type Answer } from "./check.ts";
import { nest, sampleInput } from "./samples.ts";

const output = z.object({
  name: z.string(),
  datatype: z.enum(datatypeNames),
  shape: z.array(z.number()),
  data: z.array(z.unknown()).optional(),
  parameters: z.record(z.string(), z.unknown()).optional(),
});

type Output = z.infer<typeof output>;

/** The outputs of an answer that must have succeeded. */
export function outputsOf({ status, json }: Answer): Output[] {
  holds(status === 200, `status: expected 200, found ${status} ${JSON.stringify(json)}`);
  const result = z.array(output).safeParse(member(json, "outputs"));
  if (!result.success) throw new Error(`outputs: ${issueText(result.error)}`);
  return result.data;
}

/** Requests that must succeed, in JSON. */
export function inferCases({
  send,
  model,
  version,
  path,
  inputs,
  outputs,
  tolerance = 1e-6,
}: Subject): ConformanceCase[] {
  const flat = (rows = 1, from = 0) => inputs.map((spec) => sampleInput(spec, rows, from));
  const infer = (request: object, at = path) =>
    send(`${at}/infer`, { body: JSON.stringify(request) });
  const batched = [...inputs, ...outputs].every(({ shape }) => shape[0] === -1);
  const succeeds = (name: string, extra: object): ConformanceCase => ({
    name,
    run: async () => void outputsOf(await infer({ inputs: flat(), ...extra })),
  });
  const cases: ConformanceCase[] = [
    {
      name: "flat data gives every output with its data type, shape and elements",
      run: async () => {
        const found = outputsOf(await infer({ inputs: flat() }));
        equal(
          found.map(({ name }) => name).toSorted(),
          outputs.map(({ name }) => name).toSorted(),
          "outputs",
        );
        for (const { name, datatype, shape, data } of found) {
          const spec = outputs.find((output) => output.name === name)!;
          equal(datatype, spec.datatype, `${name}: datatype`);
          equal(shape.length, spec.shape.length, `${name}: axes`);
          equal(data?.flat(8).length, elementCount(shape), `${name}: elements`);
        }
      },
    },
    {
      name: "nested data means the same as flat",
      run: async () => {
        const nested = flat().map((input) => ({ ...input, data: nest(input.data, input.shape) }));
        equal(
          outputsOf(await infer({ inputs: nested })),
          outputsOf(await infer({ inputs: flat() })),
          "outputs",
        );
      },
    },
    {
      name: "the same request has the same answer",
      run: async () =>
        equal(
          outputsOf(await infer({ inputs: flat() })),
          outputsOf(await infer({ inputs: flat() })),
          "outputs",
        ),
    },
    {
      name: "the answer names model and version",
      run: async () => {
        const { json } = await infer({ inputs: flat() });
        equal(member(json, "model_name"), model, "model_name");
        equal(typeof member(json, "model_version"), "string", "model_version");
      },
    },
    {
      name: "the version's path gives that version's answer",
      run: async () => {
        const answer = await infer({ inputs: flat() }, `${path}/versions/${version}`);
        outputsOf(answer);
        equal(member(answer.json, "model_version"), version, "model_version");
      },
    },
    {
      name: "an id comes back",
      run: async () => {
        const { json } = await infer({ id: "request-17 \u00e4", inputs: flat() });
        equal(member(json, "id"), "request-17 \u00e4", "id");
      },
    },
    succeeds("parameters of a request that mean nothing are let be", {
      parameters: { text: "a", number: 1.5, flag: true },
    }),
    succeeds("members that the protocol does not know are let be", { later: { version: 3 } }),
    succeeds("an empty list of outputs asks for all", { outputs: [] }),
    {
      name: "a parameter of an input that means nothing is let be",
      run: async () => {
        const own = flat().map((input) => ({ ...input, parameters: { note: "x" } }));
        outputsOf(await infer({ inputs: own }));
      },
    },
    {
      name: "the order of inputs does not matter",
      run: async () =>
        equal(
          outputsOf(await infer({ inputs: flat().toReversed() })),
          outputsOf(await infer({ inputs: flat() })),
          "outputs",
        ),
    },
    {
      name: "outputs come in the order they are asked for",
      run: async () => {
        const wanted = outputs.toReversed().map(({ name }) => ({ name }));
        const found = outputsOf(await infer({ inputs: flat(), outputs: wanted }));
        equal(
          found.map(({ name }) => name),
          wanted.map(({ name }) => name),
          "outputs",
        );
      },
    },
    ...outputs.map(({ name }) => ({
      name: `only ${name} when it alone is asked for`,
      run: async () => {
        const found = outputsOf(await infer({ inputs: flat(), outputs: [{ name }] }));
        equal(
          found.map((output) => output.name),
          [name],
          "outputs",
        );
      },
    })),
    {
      name: "requests at the same time get their own answers",
      run: async () => {
        const each = Array.from({ length: 8 }, (_, i) => flat(1, i));
        const alone: Output[][] = [];
        for (const request of each) alone.push(outputsOf(await infer({ inputs: request })));
        const together = await Promise.all(each.map((request) => infer({ inputs: request })));
        for (const [i, answer] of together.entries()) same(outputsOf(answer), alone[i], tolerance);
      },
    },
  ];
  if (!batched) return cases;
  return [
    ...cases,
    ...[2, 5].map((rows) => ({
      name: `${rows} rows have the answers of each alone`,
      run: async () => {
        const all = outputsOf(await infer({ inputs: flat(rows) }));
        const first = outputsOf(await infer({ inputs: flat() }));
        for (const [o, { shape, data }] of all.entries()) {
          equal(shape[0], rows, "rows");
          const width = data!.length / rows;
          close(data!.slice(0, width), first[o].data!, tolerance);
        }
        const last = flat(rows).map((input) => ({
          ...input,
          shape: [1, ...input.shape.slice(1)],
          data: input.data.slice(-input.data.length / rows),
        }));
        const alone = outputsOf(await infer({ inputs: last }));
        for (const [o, { data }] of all.entries()) {
          close(data!.slice(-data!.length / rows), alone[o].data!, tolerance);
        }
      },
    })),
  ];
}

/** Outputs are those of another answer, up to the rounding of another batch size. */
function same(found: Output[], expected: Output[], tolerance: number): void {
  for (const [i, { name, data }] of expected.entries()) {
    equal(found[i].name, name, "output");
    close(found[i].data!, data!, tolerance);
  }
}

function close(found: unknown[], expected: unknown[], tolerance: number): void {
  equal(found.length, expected.length, "elements");
  for (const [i, value] of expected.entries()) {
    const other = found[i];
    if (typeof value !== "number" || typeof other !== "number") equal(other, value, `element ${i}`);
    else {
      const error = Math.abs(other - value);
      holds(
        error <= 1e-5 * Math.abs(value) + tolerance,
        `element ${i}: expected ${value}, found ${other}`,
      );
    }
  }
}
