import { bootstrapInterval, mcnemar } from "@ml-roadmap/metrics";

/** Whether a model and a baseline differ on the same texts. */
export interface PairedTest {
  readonly test: string;
  /** Texts on which only the model is right (for numbers: nearer). */
  readonly modelOnly: number;
  readonly baselineOnly: number;
  /** Two-sided: how probable so large a difference is if both are equally good. */
  readonly pValue: number;
  /** Mean advantage of the model (accuracy, or absolute error), with its 95% interval by paired bootstrap. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** Compares two models by how well each answered each text (N), see `hitsOf`: McNemar's test, for numbers the sign test. */
export function pairedTest(model: Float64Array, baseline: Float64Array): PairedTest {
  const isHits = [...model, ...baseline].every((hit) => hit === 0 || hit === 1);
  const differences = model.map((hit, i) => hit - baseline[i]);
  // McNemar's test looks at texts on which the two differ, and who wins there: as the sign test does.
  const better = Int32Array.from(differences, (d) => Number(d > 0));
  const worse = Int32Array.from(differences, (d) => Number(d < 0));
  const { b, c, pValue } = mcnemar(new Int32Array(model.length).fill(1), better, worse);
  const mean = (values: ArrayLike<number>) =>
    Array.from(values).reduce((sum, d) => sum + d, 0) / values.length;
  const { estimate, low, high } = bootstrapInterval(mean, [differences], { replicates: 2000 });
  return {
    test: isHits ? "McNemar's test" : "sign test",
    modelOnly: b,
    baselineOnly: c,
    pValue,
    difference: estimate,
    low,
    high,
  };
}
