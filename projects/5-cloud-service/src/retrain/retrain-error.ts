/** Retraining could not come to a verdict: nothing was found out about the model. */
export class RetrainError extends Error {
  override name = "RetrainError";
}
