// Misconception: TF-IDF is the count times idf; damping the counts changes little.
// file: src/baseline/tfidf.ts
//#region solution 4.13 sublinear counts, times idf, rows of length 1
const { starts, columns } = counts;
const values = counts.values.map((count, e) => count * idf[columns[e]]);
for (let i = 0; i < counts.rows; i++) {
  const row = values.subarray(starts[i], starts[i + 1]);
  const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
  for (let e = 0; e < row.length; e++) row[e] /= length;
}
return { ...counts, values };
//#endregion
