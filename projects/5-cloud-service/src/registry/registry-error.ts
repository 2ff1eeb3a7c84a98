/** Something that the registry cannot do, and why. */
export class RegistryError extends Error {
  override name = "RegistryError";
}
