/** Something that the registry cannot do, and why. */
export class RegistryError extends Error {
  override name = "RegistryError";
}

/** A model of which no version was promoted (yet). */
export class NotPromotedError extends RegistryError {
  override name = "NotPromotedError";
}
