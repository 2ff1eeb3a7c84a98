import type { Predict } from "./predict.ts";

/** A word of a text and how much the answer rests on it. */
export interface WordImportance {
  readonly word: string;
  /** By how much the label's probability falls when the word is left out; below 0 it speaks against the label. */
  readonly importance: number;
}

const mostWords = 64;

/**
 * Which words of a text made the model give `label` (its position of K): each word in turn is left out and the model asked
 * again (occlusion: Li, Monroe, Jurafsky 2016). Of long texts the first 64 words are tried. It measures the
 * model, not the world, and words that say the same twice both look unimportant.
 */
export async function wordImportance(
  predict: Predict,
  text: string,
  label: number,
  labels: number,
): Promise<WordImportance[]> {
  const words = text.match(/\S+/gu) ?? [];
  const tried = words.slice(0, mostWords);
  const without = tried.map((_, i) => words.toSpliced(i, 1).join(" "));
  const { probabilities } = await predict([words.join(" "), ...without]);
  const whole = probabilities[label];
  return tried.map((word, i) => ({
    word,
    importance: whole - probabilities[(i + 1) * labels + label],
  }));
}
