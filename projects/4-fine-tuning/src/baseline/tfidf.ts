import type { Csr } from "./csr.ts";

// N texts, D terms.

/**
 * How much a term tells by being rare (D): `idf[j] = ln((1 + N) / (1 + df[j])) + 1`, where df[j] is the number of texts
 * that hold term j at least once. The ones added inside are a text that holds every term; the one
 * outside keeps terms that are everywhere from vanishing. Source: scikit-learn's `smooth_idf`.
 *
 * `counts` (N, D) are the terms' counts in the training texts; entries that are there are at least 1.
 */
export function inverseDocumentFrequency(counts: Csr): Float64Array {
  //#region solution 4.13 inverse document frequency
  const documents = new Float64Array(counts.width);
  for (const column of counts.columns) documents[column]++;
  return documents.map((df) => Math.log((1 + counts.rows) / (1 + df)) + 1);
  //#endregion
}

/**
 * Counts (N, D) to TF-IDF weights (N, D): a count tf >= 1 becomes `(1 + ln tf) idf[j]`, and then every row
 * is divided by its Euclidean length, so that long texts weigh no more than short ones. A row without
 * entries stays without. The weights have the places of the counts; `counts` is left as it was.
 *
 * Throws RangeError unless `idf` has D numbers.
 */
export function tfidf(counts: Csr, idf: Float64Array): Csr {
  if (idf.length !== counts.width) {
    throw new RangeError(`tfidf: expected ${counts.width} idf values, found ${idf.length}`);
  }
  //#region solution 4.13 sublinear counts, times idf, rows of length 1
  const { starts, columns } = counts;
  const values = counts.values.map((count, e) => (1 + Math.log(count)) * idf[columns[e]]);
  for (let i = 0; i < counts.rows; i++) {
    const row = values.subarray(starts[i], starts[i + 1]);
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
    for (let e = 0; e < row.length; e++) row[e] /= length;
  }
  return { ...counts, values };
  //#endregion
}
