/** A shape as NumPy prints it: `()`, `(3,)`, `(2, 3)`. */
export function formatShape(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
}

/** The C-order position as an index: `[1, 2]`; `[]` for a plain number. */
export function formatIndex(position: number, shape: readonly number[]): string {
  const index: number[] = [];
  let rest = position;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    index.unshift(rest % shape[axis]);
    rest = Math.floor(rest / shape[axis]);
  }
  return `[${index.join(", ")}]`;
}

/** An error with three significant digits; infinities and NaN by name. */
export function formatError(error: number): string {
  return Number.isFinite(error) ? String(Number(error.toPrecision(3))) : String(error);
}
