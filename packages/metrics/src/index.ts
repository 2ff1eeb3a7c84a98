export { accuracy, balancedAccuracy } from "./accuracy.ts";
export type { WeightOptions } from "./accuracy.ts";
export { bootstrapInterval } from "./bootstrap.ts";
export type { BootstrapInterval, BootstrapOptions } from "./bootstrap.ts";
export { brierScore } from "./brier-score.ts";
export type { BinaryOptions } from "./brier-score.ts";
export { calibrationCurve, expectedCalibrationError } from "./calibration.ts";
export type {
  CalibrationCurve,
  CalibrationErrorOptions,
  CalibrationOptions,
} from "./calibration.ts";
export { confusionMatrix } from "./confusion-matrix.ts";
export type { ConfusionMatrixOptions } from "./confusion-matrix.ts";
export type { Matrix, Vector } from "./input.ts";
export { logLoss } from "./log-loss.ts";
export type { LogLossOptions } from "./log-loss.ts";
export { mcc } from "./mcc.ts";
export { mcnemar } from "./mcnemar.ts";
export type { McNemarOptions, McNemarResult } from "./mcnemar.ts";
export { erfc, normalCdf, normalQuantile } from "./normal.ts";
export { averagePrecision, precisionRecallCurve } from "./precision-recall-curve.ts";
export type { PrecisionRecallCurve } from "./precision-recall-curve.ts";
export { f1, precision, recall } from "./precision-recall-f1.ts";
export type { Average, ClassScoreOptions } from "./precision-recall-f1.ts";
export { rocAuc } from "./roc-auc.ts";
export type { RocAucOptions } from "./roc-auc.ts";
export { rocCurve } from "./roc.ts";
export type { RocCurve, RocOptions } from "./roc.ts";
export { thresholdByCost } from "./threshold-by-cost.ts";
export type { Costs, ThresholdChoice } from "./threshold-by-cost.ts";
export { wilsonInterval } from "./wilson.ts";
export type { Interval } from "./wilson.ts";
