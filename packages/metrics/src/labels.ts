/** The distinct labels of all these vectors, ascending. */
export function distinctLabels(...vectors: readonly Float64Array[]): number[] {
  const seen = new Set<number>();
  for (const vector of vectors) for (const label of vector) seen.add(label);
  return [...seen].toSorted((a, b) => a - b);
}

/**
 * Which samples are positive, as 0 and 1. With labels 0 and 1, or -1 and 1, the positive one is 1; other
 * labels need `positiveLabel`, and then all the rest is negative.
 */
export function binarize(
  metric: string,
  yTrue: Float64Array,
  positiveLabel: number | undefined,
): Uint8Array {
  const labels = distinctLabels(yTrue);
  if (positiveLabel === undefined) {
    const usual = [0, -1].some((negative) =>
      labels.every((label) => label === 1 || label === negative),
    );
    if (!usual) {
      throw new RangeError(
        `${metric}: yTrue has labels ${labels.join(", ")}; say which one is positive: {positiveLabel}`,
      );
    }
  }
  const positive = positiveLabel ?? 1;
  return isLabel(yTrue, positive);
}

/** 1 where a sample has this label, else 0. */
export function isLabel(yTrue: Float64Array, label: number): Uint8Array {
  const result = new Uint8Array(yTrue.length);
  for (let i = 0; i < yTrue.length; i++) result[i] = yTrue[i] === label ? 1 : 0;
  return result;
}

/**
 * The labels that the K columns of a probability matrix stand for: as given, else the distinct labels of
 * `yTrue` when there are K of them, else 0 to K-1 when those cover `yTrue`.
 */
export function columnLabels(
  metric: string,
  yTrue: Float64Array,
  columns: number,
  given: readonly number[] | undefined,
): readonly number[] {
  const present = distinctLabels(yTrue);
  const labels =
    given ?? (present.length === columns ? present : Array.from({ length: columns }, (_, k) => k));
  if (labels.length !== columns) {
    throw new RangeError(`${metric}: ${labels.length} labels, but ${columns} columns`);
  }
  const unknown = present.find((label) => !labels.includes(label));
  if (unknown === undefined) return labels;
  throw new RangeError(
    `${metric}: yTrue has label ${unknown}, the ${columns} columns stand for ${labels.join(", ")}; pass {labels}`,
  );
}
