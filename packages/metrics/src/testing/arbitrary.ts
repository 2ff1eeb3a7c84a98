import * as fc from "fast-check";

/** Binary labels with scores of few distinct values, so that ties are common. */
export const ranked = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: -4, max: 4 })), {
    minLength: 1,
    maxLength: 40,
  })
  .map((pairs) => ({ yTrue: pairs.map(([y]) => y), score: pairs.map(([, s]) => s / 3) }));

/** As `ranked`, with both classes. */
export const rankedBoth = ranked.filter(({ yTrue }) => new Set(yTrue).size === 2);

/** Labels of up to four classes and predictions of them. */
export const labelled = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
    minLength: 1,
    maxLength: 40,
  })
  .map((pairs) => ({ yTrue: pairs.map(([y]) => y), yPred: pairs.map(([, p]) => p) }));

/** Binary labels and probabilities. */
export const judged = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 20 })), {
    minLength: 1,
    maxLength: 40,
  })
  .map((pairs) => ({ yTrue: pairs.map(([y]) => y), proba: pairs.map(([, p]) => p / 20) }));

/** The same reordering of both vectors, so that nothing about the samples changes. */
export function reordered(a: readonly number[], b: readonly number[], by: number) {
  const order = a.map((_, i) => i).toSorted((i, j) => ((i * by) % 41) - ((j * by) % 41));
  return [order.map((i) => a[i]), order.map((i) => b[i])] as const;
}
