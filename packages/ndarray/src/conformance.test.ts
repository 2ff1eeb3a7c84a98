import { readFileSync, readdirSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import * as np from "./index.ts";
import { NDArray } from "./index.ts";
import type { Index } from "./index.ts";
import { compare } from "./conformance/compare.test.helper.ts";
import type { Recorded } from "./conformance/compare.test.helper.ts";
import { fromValues, operand } from "./conformance/operand.test.helper.ts";
import type { Values } from "./conformance/operand.test.helper.ts";
import { activeKernels, useKernels } from "./kernels.ts";
import { reprArray } from "./printing/format.ts";

type Argument = number | string | boolean | null | Values | readonly Argument[];
type Options = Readonly<Record<string, Argument>>;
type Case = readonly [string, readonly Argument[], Recorded] | CaseWithOptions;
type CaseWithOptions = readonly [string, readonly Argument[], Options, Recorded];
type Call = (...args: readonly unknown[]) => unknown;

const folder = new URL("../fixtures/conformance/", import.meta.url);

function resolve(value: Argument): unknown {
  if (typeof value === "string") return value.startsWith("@") ? operand(value) : value;
  if (typeof value !== "object" || value === null) return value;
  return isList(value) ? value.map(resolve) : fromValues(value);
}

function isList(value: Values | readonly Argument[]): value is readonly Argument[] {
  return Array.isArray(value);
}

/** Methods and texts, beside the package's functions. */
const methods = {
  at: (a: NDArray, ...index: Index[]) => a.at(...index),
  set: (a: NDArray, value: NDArray | number, ...index: Index[]) => {
    a.set(value, ...index);
    return a;
  },
  astype: (a: NDArray, dtype: np.DType) => a.astype(dtype),
  ravel: (a: NDArray) => a.ravel(),
  str: String,
  repr: reprArray,
};

function run(one: Case): void {
  const [name, args] = one;
  const recorded = one.length === 4 ? one[3] : one[2];
  const call: Call = Reflect.get(name in methods ? methods : np, name);
  const given = args.map(resolve);
  let out: unknown;
  if (one.length === 4) {
    const options = Object.entries(one[2]).map(([key, value]) => [key, resolve(value)] as const);
    out = options.find(([key]) => key === "out")?.[1];
    given.push(Object.fromEntries(options));
  }
  if (typeof recorded === "object" && "throws" in recorded) {
    expect(() => call(...given), "it should throw").toThrow(/^\w+: /);
    return;
  }
  const result = call(...given);
  if (out !== undefined) expect(result, "the result is out").toBe(out);
  compare(name, result, recorded, given[0] instanceof NDArray ? given[0].dtype : "float64");
}

const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const fastest = activeKernels();
afterAll(() => useKernels(fastest));

// The plain loops are what runs where the fast kernels cannot.
const sets = fastest.name === "plain" ? [fastest] : [fastest, { name: "plain" }];
const runs = sets.flatMap((set) => files.map((file) => [file, set.name, set] as const));

describe.each(runs)("conformance with NumPy: %s, %s kernels", (file, _name, kernels) => {
  const cases: Case[] = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
  const byName = new Map<string, Case[]>();
  for (const one of cases) byName.set(one[0], [...(byName.get(one[0]) ?? []), one]);
  it.each([...byName])("%s(...) gives what NumPy gives", (name, own) => {
    useKernels(kernels);
    const failures: string[] = [];
    for (const one of own) {
      try {
        run(one);
      } catch (error) {
        failures.push(`${name}: ${JSON.stringify(one.slice(1))}: ${String(error)}`);
      }
    }
    expect(failures).toEqual([]);
  });
});
