// Misconception: the counts are not needed any more, so their array can take the weights.
// file: src/baseline/tfidf.ts
//#region solution 4.13 sublinear counts, times idf, rows of length 1
const { starts, columns, values } = counts;
for (let i = 0; i < counts.rows; i++) {
  let squares = 0;
  for (let e = starts[i]; e < starts[i + 1]; e++) {
    values[e] = (1 + Math.log(values[e])) * idf[columns[e]];
    squares += values[e] * values[e];
  }
  for (let e = starts[i]; e < starts[i + 1]; e++) values[e] /= Math.sqrt(squares);
}
return counts;
//#endregion
