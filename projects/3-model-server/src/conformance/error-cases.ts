import type { Datatype } from "../tensors/datatype.ts";
import type { ConformanceCase, Subject } from "./cases.ts";
import { isError } from "./check.ts";
import { sampleInput } from "./samples.ts";

/** An element that no tensor of the data type may have. */
const wrongElement = (datatype: Datatype): unknown => (datatype === "BYTES" ? 5 : "five");

/** Requests that must be refused with a 4xx and `{"error": "..."}`, and leave the server well. */
export function errorCases({ send, path, inputs }: Subject): ConformanceCase[] {
  const samples = inputs.map((spec) => sampleInput(spec));
  const [first, ...others] = samples;
  const refused = (name: string, request: unknown, at = path): ConformanceCase => ({
    name: `${name} is refused`,
    run: async () => isError(await send(`${at}/infer`, { body: JSON.stringify(request) })),
  });
  const body = (name: string, text: string): ConformanceCase => ({
    name: `${name} is refused`,
    run: async () => isError(await send(`${path}/infer`, { body: text })),
  });
  const changed = (name: string, change: object) =>
    refused(name, { inputs: [{ ...first, ...change }, ...others] });
  const without = (key: string) => {
    const rest = Object.fromEntries(Object.entries(first).filter(([name]) => name !== key));
    return refused(`an input without ${key}`, { inputs: [rest, ...others] });
  };
  const other: Datatype = first.datatype === "INT16" ? "INT32" : "INT16";
  return [
    body("a body that is no JSON", '{"inputs": ['),
    body("a body of text", "hello"),
    body("an array", "[]"),
    body("null", "null"),
    body("a number", "17"),
    refused("an empty object", {}),
    refused("an empty list of inputs", { inputs: [] }),
    refused("inputs that are no list", { inputs: first }),
    refused("an input that is no object", { inputs: [1] }),
    refused("inputs of null", { inputs: null }),
    ...["name", "shape", "datatype", "data"].map(without),
    changed("an unknown input", { name: "no-such-input" }),
    refused("an input that is there twice", { inputs: [first, first, ...others] }),
    refused("an input too many", { inputs: [...samples, { ...first, name: "no-such-input" }] }),
    changed("another data type", { datatype: other }),
    changed("an unknown data type", { datatype: "FP7" }),
    changed("a data type in small letters", { datatype: first.datatype.toLowerCase() }),
    changed("an axis too many", { shape: [...first.shape, 1] }),
    changed("an axis too few", { shape: first.shape.slice(1) }),
    changed("a shape of negative sizes", { shape: first.shape.map((size) => -size) }),
    changed("a shape of fractions", { shape: first.shape.map((size) => size + 0.5) }),
    changed("a shape of texts", { shape: first.shape.map(String) }),
    changed("a shape that is no list", { shape: first.data.length }),
    changed("a huge shape", { shape: first.shape.map(() => 2 ** 40) }),
    changed("an element too few", { data: first.data.slice(1) }),
    changed("an element too many", { data: [...first.data, first.data[0]] }),
    changed("no elements", { data: [] }),
    changed("data that is no list", { data: "data" }),
    changed("an element of another type", {
      data: [wrongElement(first.datatype), ...first.data.slice(1)],
    }),
    changed("an element of null", { data: [null, ...first.data.slice(1)] }),
    changed("an element that is an object", { data: [{}, ...first.data.slice(1)] }),
    changed("deeper nesting than the shape", { data: [[[[[[[[first.data]]]]]]]] }),
    refused("an unknown output", { inputs: samples, outputs: [{ name: "no-such-output" }] }),
    refused("an output without a name", { inputs: samples, outputs: [{}] }),
    refused("outputs that are no list", { inputs: samples, outputs: "all" }),
    refused("an id that is no text", { inputs: samples, id: { a: 1 } }),
    refused("parameters that are no object", { inputs: samples, parameters: [1] }),
    refused("an unknown version", { inputs: samples }, `${path}/versions/no-such-version`),
    {
      name: "after all that a good request is still answered",
      run: async () => {
        const { status } = await send(`${path}/infer`, {
          body: JSON.stringify({ inputs: samples }),
        });
        if (status !== 200) throw new Error(`status: expected 200, found ${status}`);
      },
    },
  ];
}
