import type { Example, TextData } from "../data/example.ts";
import { splitExamples } from "../data/split-examples.ts";
import { targetScale } from "../data/target-scale.ts";
import { bestOnGrid } from "./best-on-grid.ts";
import { fitLinear, linearLogits, type LinearModel } from "./linear-model.ts";
import { linearOutputs, outputLoss } from "./output-losses.ts";
import { linearOutput } from "./sparse-objective.ts";
import { inverseDocumentFrequency, tfidf } from "./tfidf.ts";
import { countTerms, learnVocabulary } from "./vocabulary.ts";

export interface BaselineOptions {
  /** Inverse penalty strengths to choose from, ascending. */
  readonly Cs?: readonly number[];
  /** Leave terms out that are in fewer training texts; default 1. */
  readonly minDf?: number;
  /** Called before each fit with its C. */
  readonly onFit?: (C: number) => void;
  /** Ends the search, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** What a pretrained model must beat: logistic regression on TF-IDF weights of words and pairs of words. */
export interface Baseline {
  readonly name: string;
  /** The chosen inverse penalty strength. */
  readonly C: number;
  /** How many terms it knows. */
  readonly terms: number;
  /** Validation loss for each C tried. */
  readonly tried: readonly { readonly C: number; readonly loss: number }[];
  /** Logits (N, labels), or numbers (N, 1), of texts. */
  readonly logits: (texts: readonly Text[]) => Float32Array;
}

type Text = Pick<Example, "text" | "pair">;

const usualCs = [0.0625, 0.25, 1, 4, 16, 64, 256];

/**
 * Fits the baseline to the training texts, with the C that has the least loss on the validation texts (a
 * tenth of the training texts where there are none). It learns from the training texts alone, as the
 * model does that it is compared with.
 */
export async function fitBaseline(
  data: TextData,
  options: BaselineOptions = {},
): Promise<Baseline> {
  if (data.validation.length === 0) return fitBaseline(withValidation(data), options);
  const { Cs = usualCs, minDf = 1, onFit, signal } = options;
  const { task, train, validation } = data;
  const vocabulary = learnVocabulary(train, minDf);
  const counts = countTerms(train, vocabulary);
  const idf = inverseDocumentFrequency(counts);
  const X = tfidf(counts, idf);
  const features = (texts: readonly Text[]) => tfidf(countTerms(texts, vocabulary), idf);

  const scale = targetScale(task, train);
  const targets = scale.apply(train);
  const validationX = features(validation);
  const validationLoss = outputLoss(task, scale.apply(validation));
  const { best, tried } = await bestOnGrid<LinearModel>(Cs, async (C, last) => {
    onFit?.(C);
    const model = await fitLinear(X, targets, task, {
      C,
      ...(last && { start: last.result }),
      ...(signal && { signal }),
    });
    const loss = validationLoss(linearOutput(validationX, model.theta, linearOutputs(task)));
    return { result: model, loss };
  });
  return {
    name: `TF-IDF + ${task.kind === "regression" ? "ridge" : "logistic"} regression`,
    C: best.setting,
    terms: vocabulary.size,
    tried: tried.map(({ setting, loss }) => ({ C: setting, loss })),
    logits: (texts) => scale.undo(linearLogits(best.result, features(texts))),
  };
}

function withValidation(data: TextData): TextData {
  const split = splitExamples(data.train, data.task, { validation: 0.1, test: 0, seed: 0 });
  const part = (rows: readonly number[]) => rows.map((row) => data.train[row]);
  return { ...data, train: part(split.train), validation: part(split.validation) };
}
