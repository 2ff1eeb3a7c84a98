/** One figure by which a model is judged. */
export interface Score {
  readonly name: string;
  readonly value: number;
  /** Ends of a 95% interval. */
  readonly low?: number;
  readonly high?: number;
  readonly better: "higher" | "lower";
}
