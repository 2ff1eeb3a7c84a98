import { InvalidArgumentError } from "commander";

/** Parses a number on the command line that must lie in a range. */
export function number(low: number, high: number, whole = false) {
  return (text: string): number => {
    const value = Number(text);
    const inRange = text.trim() !== "" && value >= low && value <= high;
    if (inRange && (!whole || Number.isInteger(value))) return value;
    const kind = whole ? "a whole number" : "a number";
    throw new InvalidArgumentError(`expected ${kind} from ${low} to ${high}.`);
  };
}
