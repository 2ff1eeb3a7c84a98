// Misconception: to normalise a row is to make its weights sum to 1.
// file: src/baseline/tfidf.ts
//#region solution 4.13 sublinear counts, times idf, rows of length 1
const { starts, columns } = counts;
const values = counts.values.map((count, e) => (1 + Math.log(count)) * idf[columns[e]]);
for (let i = 0; i < counts.rows; i++) {
  const row = values.subarray(starts[i], starts[i + 1]);
  const sum = row.reduce((a, b) => a + b, 0);
  for (let e = 0; e < row.length; e++) row[e] /= sum;
}
return { ...counts, values };
//#endregion
