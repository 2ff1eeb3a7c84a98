import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { NDArray } from "../core/ndarray.ts";
import { array } from "../creation/array.ts";
import { arange } from "../creation/range.ts";
import type { Generator, GeneratorState } from "./generator.ts";
import { randomGenerator } from "./generator.ts";
import type { Pcg64State } from "./pcg64.ts";
import type { Seed } from "./seedSequence.ts";

type Plain = number | readonly Plain[];

interface Step {
  call: string;
  args: unknown[];
  result: Plain;
}

/** What fixtures/random/generate.py drew with NumPy. */
function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/random/${name}.json`, import.meta.url), "utf8");
}

/** Calls a method by its name; names ending in "Float" ask for float32. */
function call(rng: Generator, name: string, args: readonly unknown[]): number | NDArray {
  const given = args.map((arg) => arg ?? undefined);
  if (name.endsWith("Float")) given.push({ dtype: "float32" });
  const drawn: number | NDArray = Reflect.apply(
    Reflect.get(rng, name.replace("Float", "")),
    rng,
    given,
  );
  return drawn;
}

function callArray(rng: Generator, name: string, args: readonly unknown[]): NDArray {
  const drawn = call(rng, name, args);
  if (typeof drawn === "number") throw new TypeError(`${name} gave a number`);
  return drawn;
}

function plain(value: number | NDArray): unknown {
  return typeof value === "number" ? value : value.toArray();
}

function place({ state, inc, hasUint32, uinteger }: Pcg64State): unknown {
  return { state, inc, hasUint32, uinteger: hasUint32 === 1 ? uinteger : 0 };
}

function digest(a: NDArray): string {
  const bytes = new Uint8Array(a.data.buffer, a.data.byteOffset, a.data.byteLength);
  return createHash("sha256").update(bytes).digest("hex");
}

describe("randomGenerator(seed)", () => {
  const {
    seeds,
    spawn,
  }: {
    seeds: { seed: string | string[]; start: Pcg64State; random: number[] }[];
    spawn: { seed: string; random: number[][]; grandchild: number[] }[];
  } = JSON.parse(fixture("seeds"));

  it.each(seeds)(
    "randomGenerator($seed) starts as NumPy's default_rng",
    ({ seed, start, random }) => {
      const given: Seed = typeof seed === "string" ? BigInt(seed) : seed.map(BigInt);
      const rng = randomGenerator(given);
      expect(place(rng.getState())).toEqual(place(start));
      expect(rng.random(3).toArray()).toEqual(random);
    },
  );

  it("randomGenerator(seed) takes a number and a bigint alike", () => {
    expect(randomGenerator(42).random()).toBe(randomGenerator(42n).random());
    expect(randomGenerator(2 ** 40).random()).toBe(randomGenerator(2n ** 40n).random());
  });

  it.each(spawn)("spawn of $seed gives NumPy's children", ({ seed, random, grandchild }) => {
    const parent = randomGenerator(BigInt(seed));
    const children = [...parent.spawn(3), ...parent.spawn(1)];
    expect(children.map((child) => child.random(2).toArray())).toEqual(random);
    const again = randomGenerator(BigInt(seed)).spawn(3)[1];
    expect(again.spawn(2)[1].random(2).toArray()).toEqual(grandchild);
  });

  it("randomGenerator(seed) refuses what is not a seed", () => {
    expect(() => randomGenerator(-1)).toThrow("a seed is at least 0, got -1");
    expect(() => randomGenerator(1.5)).toThrow("a seed is an integer of at least 0, got 1.5");
    expect(() => randomGenerator(2 ** 53)).toThrow("above 2^53 pass a bigint");
  });
});

describe("the same seed gives NumPy's numbers", () => {
  const {
    mixed,
    shuffled,
  }: {
    mixed: { seed: number; steps: Step[]; end: Pcg64State }[];
    shuffled: Record<string, Plain> & { seed: number };
  } = JSON.parse(fixture("calls"));

  it.each(mixed)("a sequence of mixed calls from seed $seed", ({ seed, steps, end }) => {
    const rng = randomGenerator(seed);
    for (const { call: name, args, result } of steps) {
      const drawn = plain(call(rng, name, args));
      expect({ name, args, drawn }).toEqual({ name, args, drawn: result });
    }
    expect(place(rng.getState())).toEqual(place(end));
  });

  it("shuffle, permutation and choice of arrays", () => {
    const rng = randomGenerator(shuffled.seed);
    const rows = arange(21).reshape(7, 3);
    const column = arange(9, { dtype: "int32" });
    rng.shuffle(rows);
    rng.shuffle(column);
    expect(rows.toArray()).toEqual(shuffled["rows"]);
    expect(column.toArray()).toEqual(shuffled["column"]);
    const table = arange(12).reshape(4, 3);
    expect(rng.permutation(table).toArray()).toEqual(shuffled["permutation"]);
    expect(table.toArray()).toEqual(arange(12).reshape(4, 3).toArray());
    expect(rng.choice(table, { size: 3 }).toArray()).toEqual(shuffled["choiceOfRows"]);
    expect(rng.choice([1.5, 2.5, 3.5], { size: [2, 2] }).toArray()).toEqual(
      shuffled["choiceOfItems"],
    );
  });

  const {
    count,
    streams,
    permutation,
    sample,
    near,
  }: {
    count: number;
    streams: { call: string; args: number[]; sha256: string }[];
    permutation: string;
    sample: string;
    near: { call: string; args: number[]; result: number[] }[];
  } = JSON.parse(fixture("streams"));

  it.each(streams)("100,000 draws of $call($args), every bit", ({ call: name, args, sha256 }) => {
    expect(digest(callArray(randomGenerator(11), name, [...args, count]))).toBe(sha256);
  });

  it("permutation(100000) and a sample of 10,000 of it", () => {
    expect(digest(randomGenerator(11).permutation(count))).toBe(permutation);
    const chosen = randomGenerator(11).choice(count, { size: count / 10, replace: false });
    expect(digest(chosen)).toBe(sample);
  });

  it.each(near)("$call($args) to the last ulps, where a power is taken", (step) => {
    const drawn = callArray(randomGenerator(11), step.call, [...step.args, 200]);
    for (const [i, expected] of step.result.entries()) {
      expect(Math.abs(drawn.get(i) / expected - 1)).toBeLessThan(4e-15);
    }
  });
});

describe("getState() and setState(state)", () => {
  it("go on with the same numbers, through JSON and at any place in a block", () => {
    for (const drawn of [0, 1, 127, 128, 129, 300]) {
      const rng = randomGenerator(5);
      rng.random(drawn);
      rng.integers(10);
      const state: GeneratorState = JSON.parse(JSON.stringify(rng.getState()));
      const other = randomGenerator(0);
      other.setState(state);
      expect(other.integers(0, 10, 300).toArray()).toEqual(rng.integers(0, 10, 300).toArray());
      expect(other.standardNormal()).toBe(rng.standardNormal());
      expect(other.spawn(1)[0].random()).toBe(rng.spawn(1)[0].random());
    }
  });

  it("setState refuses a state that is no 128-bit integer", () => {
    const rng = randomGenerator(1);
    const state = rng.getState();
    expect(() => rng.setState({ ...state, state: "0x12" })).toThrow("setState: state is");
    expect(() => rng.setState({ ...state, inc: `${2n ** 128n}` })).toThrow("setState: inc is");
  });
});

describe("shapes and dtypes", () => {
  const rng = randomGenerator(1);

  it("a draw without a size is a number, with one an array", () => {
    expect(typeof rng.random()).toBe("number");
    expect(rng.random(4).shape).toEqual([4]);
    expect(rng.random([2, 0, 3]).shape).toEqual([2, 0, 3]);
    expect(rng.normal(0, 1, []).shape).toEqual([]);
    expect(rng.random(2).dtype).toBe("float64");
    expect(rng.random(2, { dtype: "float32" }).dtype).toBe("float32");
    expect(rng.integers(0, 9, 2).dtype).toBe("int32");
    expect(rng.integers(0, 2 ** 31, 2).dtype).toBe("int32");
    expect(rng.integers(0, 2 ** 31 + 1, 2).dtype).toBe("float64");
    expect(rng.binomial(9, 0.5, 2).dtype).toBe("int32");
    expect(rng.permutation(3).dtype).toBe("int32");
  });

  it("choice(array) without a size gives one item", () => {
    expect([1.5, 2.5]).toContain(rng.choice(array([1.5, 2.5])));
    expect(rng.choice(arange(6).reshape(2, 3), { size: [] }).shape).toEqual([3]);
    expect(() => rng.choice(arange(6).reshape(2, 3))).toThrow("pass size: [] for one");
  });

  it("choice of a bool array stays bool", () => {
    expect(rng.choice(array([true, false]), { size: 3 }).dtype).toBe("bool");
  });

  it("shuffle(values) works in place on plain and typed arrays, and on views", () => {
    const words = ["a", "b", "c", "d"];
    randomGenerator(2).shuffle(words);
    const positions = [0, 1, 2, 3];
    randomGenerator(2).shuffle(positions);
    expect(words).toEqual(positions.map((i) => "abcd"[i]));
    const table = arange(12).reshape(6, 2);
    randomGenerator(2).shuffle(table.at("1:5", 0));
    expect(table.at(":", 1).toArray()).toEqual([1, 3, 5, 7, 9, 11]);
    expect(table.at(":", 0).toArray()).toEqual([0, ...positions.map((i) => 2 * i + 2), 10]);
  });
});

describe("bad arguments name what was expected", () => {
  const rng = randomGenerator(1);
  const cases: [() => unknown, string][] = [
    [() => rng.integers(0), "integers: expected low < high"],
    [() => rng.integers(3, 3), "integers: expected low < high"],
    [() => rng.integers(0.5, 3), "integers: expected low to be an integer"],
    [() => rng.integers(-(2 ** 53), 2 ** 53), "less than 2^53 apart"],
    [() => rng.normal(0, -1), "normal: expected scale at least 0, got -1"],
    [() => rng.uniform(1, 0), "uniform: expected finite low <= high"],
    [() => rng.gamma(-1), "gamma: expected shape at least 0"],
    [() => rng.beta(0, 1), "beta: expected a above 0, got 0"],
    [() => rng.binomial(-1, 0.5), "binomial: expected n to be an integer"],
    [() => rng.binomial(3, 1.5), "binomial: expected p in [0, 1], got 1.5"],
    [() => rng.random(-1), "random: a shape holds whole numbers"],
    [() => rng.choice(0), "choice: there are no items"],
    [() => rng.choice(3, { size: 4, replace: false }), "4 items cannot be taken from 3"],
    [() => rng.choice(3, { p: [0.5, 0.5] }), "choice: p has 2 probabilities for 3 items"],
    [() => rng.choice(2, { p: [0.5, 0.6] }), "the probabilities sum to 1.1, not 1"],
    [() => rng.choice(2, { p: [-0.5, 1.5] }), "p[0] is -0.5, expected at least 0"],
    [() => rng.choice(2, { p: [NaN, 1] }), "p[0] is NaN"],
    [
      () => rng.choice(3, { size: 2, replace: false, p: [1, 0, 0] }),
      "only 1 have a probability above 0",
    ],
    [() => rng.shuffle(array(3)), "shuffle: expected at least one axis"],
    [() => rng.permutation(-1), "permutation: expected n to be an integer"],
  ];

  it.each(cases)("%s", (run, message) => {
    expect(run).toThrow(message);
  });
});
