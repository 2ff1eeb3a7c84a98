import type { Datatype } from "../tensors/datatype.ts";
import { http, noise, pick, type Kinds } from "./http.ts";

/** A model to attack and a valid input of its: the server takes the input as it is. */
export interface Target {
  model: string;
  input: { name: string; datatype: Datatype; shape: number[]; data: (number | string)[] };
}

/** Elements that no tensor of numbers, and none of texts, has. */
const wrongElements = {
  numbers: ["NaN", null, {}, [1], true, 1e39],
  texts: [1, null, {}, ["a"], true],
};

/** Attacks on a model through the Open Inference Protocol. */
export function protocolKinds({ model, input }: Target): Kinds {
  const path = `/v2/models/${model}/infer`;
  const { name, datatype, shape, data } = input;
  const infer = (change: object) =>
    http(path, JSON.stringify({ inputs: [{ ...input, ...change }] }));
  const withData = (text: string) =>
    http(
      path,
      `{"inputs":[{"name":"${name}","datatype":"${datatype}","shape":${JSON.stringify(shape)},"data":${text}}]}`,
    );
  return {
    "JSON that is cut off": (random) => {
      const text = JSON.stringify({ inputs: [input] });
      return http(path, text.slice(0, random.integers(1, text.length - 1)));
    },
    "JSON with a byte of noise": (random) => {
      const bytes = Buffer.from(JSON.stringify({ inputs: [input] }));
      bytes[random.integers(0, 10)] = random.integers(128, 256);
      return http(path, bytes);
    },
    "deep nesting": (random) => {
      const depth = random.integers(1000, 50_000);
      return http(path, `{"inputs":${"[".repeat(depth)}${"]".repeat(depth)}}`);
    },
    "deep nesting in data": (random) => {
      const depth = random.integers(9, 50_000);
      return withData(`${"[".repeat(depth)}1${"]".repeat(depth)}`);
    },
    "huge and negative shapes": (random) =>
      infer({
        shape: [pick(random, [-1, -28, 2 ** 31, 2 ** 53, 1e308, 0.5, 29]), ...shape.slice(1)],
      }),
    "sizes that are no numbers": (random) =>
      infer({ shape: [pick(random, ["1", null, {}, [], true]), ...shape.slice(1)] }),
    "many axes": (random) => infer({ shape: Array<number>(random.integers(9, 1000)).fill(1) }),
    "elements of another kind": (random) => {
      const wrong: unknown[] = [...data];
      const kind = datatype === "BYTES" ? "texts" : "numbers";
      wrong[random.integers(0, data.length)] = pick<unknown>(random, wrongElements[kind]);
      return infer({ data: wrong });
    },
    "NaN and Infinity as JSON never has them": (random) => {
      const word = pick(random, ["NaN", "Infinity", "-Infinity", "1e999", "0x10", "undefined"]);
      return withData(`[${data.map(() => word).join(",")}]`);
    },
    "wrong data types": (random) =>
      infer({
        datatype: pick(random, ["FP64", "BOOL", "fp32", "", "__proto__", 5, null]),
      }),
    "keys of the prototype": (random) => {
      const key = pick(random, ["__proto__", "constructor"]);
      return http(path, `{"${key}":{"prototype":{"polluted":true}},"inputs":[]}`);
    },
    "names of the prototype": (random) =>
      infer({ name: pick(random, ["__proto__", "constructor", "toString"]) }),
    "models by names of the prototype": (random) =>
      http(
        `/v2/models/${pick(random, ["__proto__", "constructor", "..%2f..%2fetc%2fpasswd"])}/infer`,
        "{}",
      ),
    "lengths of binary tensors that lie": (random) =>
      http(path, noise(random, random.integers(1, 200)), {
        "content-type": "application/octet-stream",
        "inference-header-content-length": pick(random, [
          "-1",
          "0",
          "1e9",
          "999999999999",
          "x",
          "5",
        ]),
      }),
    "binary tensors that are too long": (random) => {
      const bytes = noise(random, random.integers(1, 5000));
      const binary = { ...input, data: undefined, parameters: { binary_data_size: 2 ** 31 } };
      const head = Buffer.from(JSON.stringify({ inputs: [binary] }));
      return http(path, Buffer.concat([head, bytes]), {
        "content-type": "application/octet-stream",
        "inference-header-content-length": String(head.length),
      });
    },
  };
}
