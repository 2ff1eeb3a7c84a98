import { DataFormatError } from "./format-error.ts";
import type { LabelledText } from "./labelled-text.ts";

export interface ImdbText {
  /** The file of the original archive, such as "train/pos/0_9". */
  readonly id: string;
  /** Without tags: a run of `<br />` is one line break. */
  readonly text: string;
}

export interface ImdbReview extends ImdbText, LabelledText {
  /** Stars, 1 to 4 (negative) or 7 to 10 (positive). */
  readonly rating: number;
}

/** One line of the unlabelled reviews; throws DataFormatError. */
export function imdbText(line: string, file: string, number: number): ImdbText {
  const row = parse(line);
  if (!isText(row)) {
    throw new DataFormatError(file, number, 'a JSON object with "id" and "text"', line);
  }
  return { id: row.id, text: withoutTags(row.text) };
}

/** One line of the labelled reviews; throws DataFormatError. */
export function imdbReview(line: string, file: string, number: number): ImdbReview {
  const row = parse(line);
  if (!isText(row) || !isLabelled(row)) {
    const expected = 'a JSON object with "id", "text", "label" (0 or 1) and "rating" (1 to 10)';
    throw new DataFormatError(file, number, expected, line);
  }
  return { id: row.id, text: withoutTags(row.text), label: row.label, rating: row.rating };
}

function withoutTags(text: string): string {
  return text.replace(/\s*(?:<br\s*\/?>\s*)+/gi, "\n").trim();
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isText(row: unknown): row is { id: string; text: string } {
  if (typeof row !== "object" || row === null || !("id" in row) || !("text" in row)) return false;
  return typeof row.id === "string" && typeof row.text === "string" && row.text.trim() !== "";
}

function isLabelled(row: object): row is { label: 0 | 1; rating: number } {
  if (!("label" in row) || !("rating" in row)) return false;
  const { label, rating } = row;
  const known = label === 0 || label === 1;
  return known && Number.isInteger(rating) && Number(rating) >= 1 && Number(rating) <= 10;
}
