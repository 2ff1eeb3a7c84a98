/** A file that is not a sound `.npy` or `.npz`. */
export class NpyError extends Error {
  override readonly name = "NpyError";
}
