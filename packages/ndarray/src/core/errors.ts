/** Shapes that do not fit together, or a reshape that changes the number of elements. */
export class ShapeError extends RangeError {
  override readonly name = "ShapeError";
}

/** An axis outside of the array's dimensions, or named twice. */
export class AxisError extends RangeError {
  override readonly name = "AxisError";
}

/** An index out of bounds, of the wrong kind, or one too many. */
export class IndexError extends RangeError {
  override readonly name = "IndexError";
}

/** A dtype that the operation does not take, or a cast that would lose the value's kind. */
export class DTypeError extends TypeError {
  override readonly name = "DTypeError";
}

/** Something NumPy has and this package leaves out, named in the message. */
export class UnsupportedError extends Error {
  override readonly name = "UnsupportedError";
}
