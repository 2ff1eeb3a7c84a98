/** A model folder that cannot be served, and why. */
export class UnusableModel extends Error {
  override name = "UnusableModel";
}
