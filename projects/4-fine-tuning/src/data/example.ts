/** What is predicted. */
export type Task =
  /** One class of several, by softmax. */
  | { readonly kind: "classes"; readonly labels: readonly string[] }
  /** Any number of labels at once, each by a sigmoid. */
  | { readonly kind: "multi-label"; readonly labels: readonly string[] }
  /** A number. */
  | { readonly kind: "regression" };

/** A text, or a pair of texts, with what is to be predicted of it. */
export interface Example {
  readonly text: string;
  /** The second text of a pair. */
  readonly pair?: string;
  /** The class's position in the task's labels; for several labels 0 or 1 for each; for regression the number. */
  readonly target: number | readonly number[];
  /** Groups to score apart, such as `{ domain: "films", phenomenon: "negation" }`. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Texts for training, choosing and judging. */
export interface TextData {
  readonly name: string;
  /** One sentence that says which data these are and, where they are the embedded ones, why. */
  readonly description: string;
  readonly task: Task;
  readonly train: readonly Example[];
  /** For early stopping and choices. */
  readonly validation: readonly Example[];
  /** Opened once, at the end. */
  readonly test: readonly Example[];
}

/** How many numbers the model gives for a text. */
export function outputCount(task: Task): number {
  return task.kind === "regression" ? 1 : task.labels.length;
}
