/** A model folder that cannot be served, and why. */
export class ModelError extends Error {
  override name = "ModelError";
}
