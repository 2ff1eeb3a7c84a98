import type { Measure } from "./measure.ts";
import type { Runner } from "./runner.ts";

/** One task that every contestant does. */
export interface Case {
  readonly name: string;
  /** Default: `[cpuTime("ms")]`. Several measures of the same runs give several rows. */
  readonly measures?: readonly Measure[];
  /** Our contestants; the first is the one as shipped, ratios in the JSON are its. */
  readonly ours: Readonly<Record<string, Runner>>;
  readonly peers: Readonly<Record<string, Runner>>;
  /** Runs a measurement; default: as many as fill a tenth of a second. */
  readonly repeat?: number;
  /** Rounds for this case, for long ones; `--rounds` overrides it. */
  readonly rounds?: number;
}

/** Ours once more in a Node of its own, with these flags and variables. */
export interface Variant {
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** What a file in a package's `bench/` folder exports as default. */
export interface Suite {
  readonly description: string;
  /** A function is called when the suite runs; `quick` asks for small sizes. */
  readonly cases: readonly Case[] | ((options: { quick: boolean }) => readonly Case[]);
  /** Named further ways to run ours, each in every Node that accepts its flags. */
  readonly variants?: Readonly<Record<string, Variant>>;
}

/** Throws when two cases share a name: a case is found by it. */
export function casesOf(suite: Suite, quick: boolean): readonly Case[] {
  const cases = typeof suite.cases === "function" ? suite.cases({ quick }) : suite.cases;
  const names = cases.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`bench: two cases are called "${twice}"`);
  return cases;
}

/** Whether a module's default export is a suite. */
export function isSuite(value: unknown): value is Suite {
  if (typeof value !== "object" || value === null || !("cases" in value)) return false;
  return Array.isArray(value.cases) || typeof value.cases === "function";
}
