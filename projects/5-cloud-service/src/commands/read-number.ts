import { InvalidArgumentError } from "commander";

/** A number of the command line. */
export function readNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value) || value < 0) {
    throw new InvalidArgumentError("Expected a number from 0 on.");
  }
  return value;
}

/** How many of something that there must be one of at least. */
export function readCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("Expected 1, 2, 3, ...");
  return Number(text);
}
