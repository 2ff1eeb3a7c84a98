import { z } from "zod";
import { LONGEST_TEXT } from "../model/start-text-model.ts";

/** Texts of one request at most. */
export const MOST_TEXTS = 256;

const text = z.string().max(LONGEST_TEXT, `expected at most ${LONGEST_TEXT} characters`);
const which = {
  /** A model's name; the first one that serves when left out. */
  model: z.string().optional(),
  /** The version that was promoted when left out. */
  version: z.string().optional(),
};

/** The body of `POST /v1/classify`: one text or many. */
export const classifyRequest = z.union([
  z.strictObject({ text, ...which }),
  z.strictObject({ texts: z.array(text).min(1).max(MOST_TEXTS), ...which }),
]);

export const prediction = z.object({
  label: z.string(),
  /** Probability of the label. */
  score: z.number(),
  /** Probability of every label. */
  scores: z.record(z.string(), z.number()),
});

const model = z.object({ name: z.string(), version: z.string() });

/** The answer: a prediction, or as many as there were texts. */
export const classifyResponse = z.union([
  prediction.extend({ model }),
  z.object({ predictions: z.array(prediction), model }),
]);

export type Prediction = z.infer<typeof prediction>;
export type ClassifyResponse = z.infer<typeof classifyResponse>;
