import { z } from "zod";

/** What a model says of one text. */
export const scored = z.object({
  label: z.string(),
  /** Probability of the label, to six digits, so that it is the same text everywhere. */
  score: z.number(),
});

export type Scored = z.infer<typeof scored>;

/** Computes chunks, wherever that may be. */
export interface Engine {
  /** As many as there are texts, in their order. */
  score(key: string, texts: readonly string[]): Promise<Scored[]>;
  /** How many chunks it likes to have at hand. */
  readonly ahead: number;
  close(): Promise<void>;
}

/** A chunk that could not be computed, however often it was tried. */
export class DeadLetter extends Error {
  override name = "DeadLetter";
}
