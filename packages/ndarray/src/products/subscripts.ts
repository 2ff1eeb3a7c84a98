import { ShapeError, UnsupportedError } from "../core/errors.ts";

export interface Subscripts {
  readonly inputs: readonly (readonly string[])[];
  readonly output: readonly string[];
}

/** Reads `"ij,jk->ik"`; throws ShapeError when it is not of that form. */
export function parseSubscripts(subscripts: string): Subscripts {
  const text = subscripts.replaceAll(" ", "");
  if (text.includes(".")) {
    throw new UnsupportedError("einsum: an ellipsis is not supported; name every axis");
  }
  if (!/^[A-Za-z]*(,[A-Za-z]*)*(->[A-Za-z]*)?$/.test(text)) {
    throw new ShapeError(
      `einsum: expected subscripts such as "ij,jk->ik", got ${JSON.stringify(subscripts)}`,
    );
  }
  const [left, right] = text.split("->");
  const inputs = left.split(",").map((part) => Array.from(part));
  const all = inputs.flat();
  const output =
    right === undefined
      ? Array.from(new Set(all))
          .filter((label) => all.indexOf(label) === all.lastIndexOf(label))
          .sort()
      : Array.from(right);
  for (const label of output) {
    if (!all.includes(label) || output.indexOf(label) !== output.lastIndexOf(label)) {
      throw new ShapeError(
        `einsum: output letter ${label} must occur in an operand, and once in the output`,
      );
    }
  }
  return { inputs, output };
}
