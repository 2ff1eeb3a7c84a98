import { InvalidArgumentError, Option } from "commander";
import { penalties } from "../model/penalty.ts";
import { solvers } from "../model/fit-options.ts";
import type { PathFitOptions } from "../selection/cross-validate-path.ts";

/** Options that name the data. */
export interface DataFlags {
  readonly data?: string;
  readonly label?: string;
  readonly drop?: string[];
  readonly source: "auto" | "passengers" | "embedded";
  readonly offline?: true;
}

/** Options that shape the model. */
export interface ModelFlags {
  readonly penalty: (typeof penalties)[number];
  readonly C?: number;
  readonly l1Ratio: number;
  readonly classWeight: "none" | "balanced";
  readonly solver?: (typeof solvers)[number];
  readonly tol?: number;
  readonly maxIter?: number;
}

export function dataOptions(): Option[] {
  return [
    new Option("--data <csv>", "a CSV file with a header line (default: the Titanic)"),
    new Option("--label <column>", 'the column to predict (default: "Survived")'),
    new Option("--drop <columns>", "columns to leave out, between commas").argParser((text) =>
      text.split(",").map((name) => name.trim()),
    ),
    new Option("--source <which>", "which Titanic table")
      .choices(["auto", "passengers", "embedded"])
      .default("auto"),
    new Option("--offline", "never download"),
  ];
}

export function modelOptions(): Option[] {
  return [
    new Option("--penalty <kind>", "what keeps coefficients small")
      .choices(penalties)
      .default("l2"),
    new Option(
      "--C <number>",
      "inverse penalty strength (default: chosen by cross-validation)",
    ).argParser(numberAbove(0)),
    new Option("--l1-ratio <number>", "share of L1 in an elastic net")
      .argParser(numberFrom(0, 1))
      .default(0.5),
    new Option("--class-weight <how>", "weigh the rarer class up")
      .choices(["none", "balanced"])
      .default("none"),
    new Option("--solver <name>", "default: by the penalty and the size").choices(solvers),
    new Option("--tol <number>", "stop at this gradient").argParser(numberAbove(0)),
    new Option("--max-iter <count>", "or after this many steps").argParser(wholeFrom(1)),
  ];
}

/** The options of a fit that flags state. */
export function fitOptions(flags: ModelFlags): PathFitOptions {
  const { penalty, l1Ratio, classWeight, solver, tol, maxIter } = flags;
  return {
    penalty,
    l1Ratio,
    ...(classWeight === "balanced" && { classWeight }),
    ...(solver !== undefined && { solver }),
    ...(tol !== undefined && { tol }),
    ...(maxIter !== undefined && { maxIter }),
  };
}

export function numberAbove(low: number, high = Infinity) {
  return (text: string) => {
    const value = Number(text);
    if (text.trim() === "" || !(value > low && value < high)) {
      const below = high < Infinity ? ` and below ${high}` : "";
      throw new InvalidArgumentError(`Expected a number above ${low}${below}.`);
    }
    return value;
  };
}

export function numberFrom(low: number, high: number) {
  return (text: string) => {
    const value = Number(text);
    if (text.trim() === "" || !(value >= low && value <= high)) {
      throw new InvalidArgumentError(`Expected a number from ${low} to ${high}.`);
    }
    return value;
  };
}

export function wholeFrom(low: number) {
  return (text: string) => {
    const value = Number(text);
    if (text.trim() === "" || !Number.isSafeInteger(value) || value < low) {
      throw new InvalidArgumentError(`Expected a whole number from ${low} on.`);
    }
    return value;
  };
}
