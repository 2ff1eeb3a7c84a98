import type { Frame, RawError } from "./protocol.ts";

/** One labelled fact about a failure: `expected 0.5`. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** A failure in a learner's words. */
export interface Explanation {
  readonly kind:
    "todo" | "close" | "shape" | "gradient" | "comparison" | "counterexample" | "timeout" | "error";
  /** For a `todo`, the missing code: `1.2 stable for large |z|`. */
  readonly missing?: string;
  readonly facts: readonly Fact[];
  /** Lines of a comparison too long for one line each: `-` expected, `+` came. */
  readonly diff: readonly string[];
  /** Where it happened, innermost first. */
  readonly frames: readonly Frame[];
}

const closeness =
  /(\d+) of (\d+) elements? differs? \((.*?)\), shape \(.*?\)\nfirst at (\[.*?\]): actual (\S+), expected (\S+), absolute error (\S+), relative error (\S+)/;
const shapes = /shapes differ: actual (\(.*?\)), expected (\(.*?\))/;
const gradient =
  /checkGradient: (\d+) of (\d+) elements are wrong \((.*?)\)\nworst at (\[.*?\]): gradient (\S+), central difference (\S+), absolute error (\S+), relative error (\S+?)(?:\n(.*))?$/s;
const counterexample =
  /^Property failed after (\d+) tests?\n.*?^Counterexample: (.*?)\n(?:Shrunk (\d+) time)?/ms;

/** Chai's sentences: `expected 90 to be less than 40`, `expected f to throw "a" but got "b"`. */
const assertion = /^expected (.+?) ((?:not )?to .+?)(?:,? but got (.+))?$/;

/** Turns an error of a test into what was expected, what came, and how far they are apart. */
export function explain(error: RawError): Explanation {
  const { name, message, frames } = error;
  if (name === "Todo") return make("todo", error, [], { missing: message });
  const property = counterexample.exec(message);
  if (property) return counterexampleOf(property, error);
  const close = closeness.exec(message);
  if (close) {
    const [, differing, total, allowed, index, came, expected, absolute, relative] = close;
    return make("close", error, [
      ["expected", `${expected} at ${index}`],
      ["came", came],
      ["error", `relative ${relative}, absolute ${absolute} (allowed: ${allowed})`],
      ["differing", `${differing} of ${total} elements; this is the first`],
    ]);
  }
  const shape = shapes.exec(message);
  if (shape) {
    return make("shape", error, [
      ["expected", `shape ${shape[2]}`],
      ["came", `shape ${shape[1]}`],
    ]);
  }
  const slope = gradient.exec(message);
  if (slope) {
    const [, wrong, total, allowed, index, came, expected, absolute, relative, hint] = slope;
    return make("gradient", error, [
      ["expected", `${expected} at ${index} (by central differences)`],
      ["came", came],
      ["error", `relative ${relative}, absolute ${absolute} (allowed: ${allowed})`],
      ["wrong", `${wrong} of ${total} elements of the gradient; this is the worst`],
      ...(hint ? [["note", hint] as const] : []),
    ]);
  }
  if (/^Test timed out in \d+ms/.test(message)) {
    const seconds = Number(/\d+/.exec(message)?.[0]) / 1000;
    return make("timeout", error, [["came", `no answer within ${seconds} s`]]);
  }
  const [head, ...rest] = message.split("\n");
  const first = head.replace(/ \/\/ Object\.is equality$/, "");
  // The two values say nothing of what was not to be, or to be thrown.
  const isComparison = !/\b(?:not to|to not|to throw)\b/.test(first);
  if (isComparison && error.expected !== undefined && error.actual !== undefined) {
    return comparison(error);
  }
  const claim = name === "AssertionError" ? assertion.exec(first) : null;
  if (claim) {
    const [, found, expected, got] = claim;
    return make("comparison", error, [
      ["expected", expected],
      ["came", got ?? found],
    ]);
  }
  return {
    kind: "error",
    facts: [
      { label: "came", value: name === "AssertionError" ? first : `${name}: ${first}` },
      ...rest
        .filter((line) => line.trim() !== "")
        .slice(0, 6)
        .map((value) => ({ label: "", value })),
    ],
    diff: [],
    frames,
  };
}

function comparison(error: RawError): Explanation {
  const { expected = "", actual = "" } = error;
  const short = [expected, actual].every((text) => !text.includes("\n") && text.length <= 66);
  if (short) {
    return make("comparison", error, [
      ["expected", expected],
      ["came", actual],
    ]);
  }
  const lines = (error.diff ?? "").split("\n");
  // The first lines name the columns; ours have names of their own.
  const body = lines.slice(lines.findIndex((line) => line.trim() === "") + 1);
  const explanation = make("comparison", error, [["came", "something else (- expected, + came)"]]);
  return { ...explanation, diff: body };
}

function counterexampleOf(match: RegExpExecArray, error: RawError): Explanation {
  const [, tries, input, shrinks] = match;
  const inner = error.cause && explain(error.cause);
  if (inner?.kind === "todo") return inner;
  const how = shrinks === undefined ? "" : ` (the smallest found, made smaller ${shrinks} times)`;
  return {
    kind: "counterexample",
    facts: [
      { label: "input", value: unwrapped(input) + how },
      ...(inner?.facts ?? [{ label: "came", value: "a failing property" }]),
      {
        label: "tried",
        value: `${tries} random ${tries === "1" ? "input" : "inputs"} before it failed`,
      },
    ],
    diff: inner?.diff ?? [],
    frames: inner?.frames ?? error.frames,
  };
}

/** `[[1, 2]]` is the list of a property's arguments: with one argument, the argument says more. */
function unwrapped(input: string): string {
  let depth = 0;
  let quoted = false;
  for (let i = 1; i < input.length - 1; i++) {
    const character = input[i];
    if (character === '"' && input[i - 1] !== "\\") quoted = !quoted;
    if (quoted) continue;
    if ("[{(".includes(character)) depth++;
    if ("]})".includes(character)) depth--;
    if (character === "," && depth === 0) return input;
  }
  return input.startsWith("[") && input.endsWith("]") ? input.slice(1, -1) : input;
}

function make(
  kind: Explanation["kind"],
  { frames }: RawError,
  facts: readonly (readonly [string, string])[],
  more: { readonly missing?: string } = {},
): Explanation {
  return {
    kind,
    ...more,
    facts: facts.map(([label, value]) => ({ label, value })),
    diff: [],
    frames,
  };
}
