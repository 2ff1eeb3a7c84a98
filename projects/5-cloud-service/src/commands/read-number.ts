import { InvalidArgumentError } from "commander";

/** A number of the command line. */
export function readNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value) || value < 0) {
    throw new InvalidArgumentError("Expected a number from 0 on.");
  }
  return value;
}
