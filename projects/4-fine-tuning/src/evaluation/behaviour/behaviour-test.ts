/**
 * A behavioural test in the sense of CheckList (Ribeiro, Wu, Guestrin, Singh 2020): simple texts on which any good model behaves.
 *
 * - "minimum functionality": each text's answer is known.
 * - "invariance": the first text's answer must be every other's too.
 * - "direction": the first text has one polarity, the second the other.
 */
export type BehaviourTest = {
  readonly name: string;
  /** What must hold, in a sentence. */
  readonly description: string;
} & (
  | {
      readonly kind: "minimum functionality";
      readonly cases: readonly { readonly text: string; readonly polarity: Polarity }[];
    }
  | {
      readonly kind: "direction";
      readonly cases: readonly {
        readonly text: string;
        readonly opposite: string;
        readonly polarity: Polarity;
      }[];
    }
  | {
      readonly kind: "invariance";
      readonly cases: readonly { readonly text: string; readonly variants: readonly string[] }[];
    }
);

export type Polarity = "negative" | "positive";

/** A case that the model failed. */
export interface BehaviourFailure {
  readonly text: string;
  /** The text that was answered otherwise, for tests of several texts. */
  readonly other?: string;
  readonly expected: string;
  readonly found: string;
}

export interface BehaviourResult {
  readonly name: string;
  readonly kind: BehaviourTest["kind"];
  readonly description: string;
  readonly cases: number;
  readonly failed: number;
  /** The first few. */
  readonly failures: readonly BehaviourFailure[];
}
