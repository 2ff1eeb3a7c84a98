/** Shapes or types that do not fit together, found while a graph is built. */
export class ShapeError extends Error {
  override name = "ShapeError";
}
