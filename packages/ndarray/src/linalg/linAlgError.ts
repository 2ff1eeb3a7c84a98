/** A matrix that the operation cannot work with: singular, not positive definite, not finite. */
export class LinAlgError extends Error {
  override readonly name = "LinAlgError";
}
