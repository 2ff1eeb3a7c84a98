// The names of the tensors of a text model.

/** Texts, BYTES (N). */
export const TEXT = "text";

export const OUTPUTS = {
  /** The class that is most probable, BYTES (N). */
  label: "label",
  /** Of each class, FP32 (N, K), in the order of the metadata's labels. */
  probabilities: "probabilities",
  /** Tokens of the whole text, INT32 (N); a text longer than the model's limit is cut for the prediction. */
  tokens: "tokens",
  /** Tokens that the vocabulary does not know, INT32 (N). */
  unknown: "unknown_tokens",
} as const;
