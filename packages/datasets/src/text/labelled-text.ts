/** The class of a text: 0 negative, 1 positive. */
export type Label = 0 | 1;

/** Names of the classes in the order of their numbers. */
export const labelNames = ["negative", "positive"] as const;

export interface LabelledText {
  readonly text: string;
  readonly label: Label;
}
