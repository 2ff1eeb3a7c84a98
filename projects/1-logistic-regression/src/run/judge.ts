import {
  accuracy,
  averagePrecision,
  bootstrapInterval,
  type BootstrapInterval,
  brierScore,
  calibrationCurve,
  confusionMatrix,
  expectedCalibrationError,
  logLoss,
  mcnemar,
  precisionRecallCurve,
  rocAuc,
  rocCurve,
  wilsonInterval,
} from "@ml-roadmap/metrics";

/** How probabilities of the positive class did on rows that nothing was fitted to. */
export interface Judgement {
  readonly rows: number;
  readonly positives: number;
  readonly accuracy: BootstrapInterval;
  readonly logLoss: BootstrapInterval;
  readonly rocAuc: BootstrapInterval;
  readonly averagePrecision: number;
  readonly brier: number;
  readonly calibrationError: number;
  /** Counts, rows: true class, columns: predicted class. */
  readonly confusion: readonly (readonly number[])[];
  readonly roc: { readonly fpr: readonly number[]; readonly tpr: readonly number[] };
  readonly precisionRecall: {
    readonly precision: readonly number[];
    readonly recall: readonly number[];
  };
  readonly calibration: {
    readonly predicted: readonly number[];
    readonly observed: readonly number[];
    readonly counts: readonly number[];
  };
  readonly probabilities: readonly number[];
}

/** Scores probabilities (N) of the positive class against labels (N) of 0 and 1; intervals are 95% bootstrap percentiles. */
export function judge(
  labels: readonly number[],
  probabilities: readonly number[],
  threshold: number,
  seed: number,
): Judgement {
  const predicted = decide(probabilities, threshold);
  const options = { seed };
  const { fpr, tpr } = rocCurve(labels, probabilities);
  const { precision, recall } = precisionRecallCurve(labels, probabilities);
  const bins = calibrationCurve(labels, probabilities, { bins: 8, strategy: "quantile" });
  return {
    rows: labels.length,
    positives: labels.reduce((sum, label) => sum + label, 0),
    accuracy: bootstrapInterval(accuracy, [labels, predicted], options),
    logLoss: bootstrapInterval((y, p) => logLoss(y, p), [labels, probabilities], options),
    rocAuc: bootstrapInterval((y, p) => rocAuc(y, p), [labels, probabilities], options),
    averagePrecision: averagePrecision(labels, probabilities),
    brier: brierScore(labels, probabilities),
    calibrationError: expectedCalibrationError(labels, probabilities),
    confusion: confusionMatrix(labels, predicted, { labels: [0, 1] }),
    roc: { fpr: [...fpr], tpr: [...tpr] },
    precisionRecall: { precision: [...precision], recall: [...recall] },
    calibration: {
      predicted: [...bins.probPred],
      observed: [...bins.probTrue],
      counts: [...bins.counts],
    },
    probabilities,
  };
}

/** 1 where a probability reaches the threshold. */
export function decide(probabilities: readonly number[], threshold: number): number[] {
  return probabilities.map((p) => Number(p >= threshold));
}

/** A baseline on the same rows, and whether the model's lead over it can be chance. */
export interface Comparison {
  readonly name: string;
  readonly accuracy: BootstrapInterval;
  /** McNemar's test: rows that only the model, or only the baseline, gets right. */
  readonly onlyModel: number;
  readonly onlyBaseline: number;
  readonly pValue: number;
}

/** Compares predictions (N) with a baseline's on the same rows, by McNemar's test. */
export function compareWith(
  name: string,
  labels: readonly number[],
  predicted: readonly number[],
  baseline: readonly number[],
  seed: number,
): Comparison {
  const { b, c, pValue } = mcnemar(labels, predicted, baseline);
  return {
    name,
    accuracy: bootstrapInterval(accuracy, [labels, baseline], { seed }),
    onlyModel: b,
    onlyBaseline: c,
    pValue,
  };
}

/** How the rows of one group fared. */
export interface Subgroup {
  readonly column: string;
  readonly text: string;
  readonly rows: number;
  readonly errors: number;
  /** Accuracy with its Wilson interval. */
  readonly accuracy: number;
  readonly low: number;
  readonly high: number;
  /** Positives wrongly called negative, and the other way round. */
  readonly missed: number;
  readonly falseAlarms: number;
}

/** Errors group by group, for each text of a column (N). */
export function judgeGroups(
  column: string,
  texts: readonly (string | null)[],
  labels: readonly number[],
  predicted: readonly number[],
): Subgroup[] {
  const names = [...new Set(texts.map((text) => text ?? "(missing)"))].toSorted();
  return names.map((text) => {
    const members = [...texts.keys()].filter((row) => (texts[row] ?? "(missing)") === text);
    const missed = members.filter((row) => labels[row] === 1 && predicted[row] === 0).length;
    const falseAlarms = members.filter((row) => labels[row] === 0 && predicted[row] === 1).length;
    const errors = missed + falseAlarms;
    const right = members.length - errors;
    return {
      column,
      text,
      rows: members.length,
      errors,
      accuracy: right / members.length,
      ...wilsonInterval(right, members.length),
      missed,
      falseAlarms,
    };
  });
}
