// Alternative: row by row with plain loops into a new array.
// file: src/baseline/tfidf.ts
//#region solution 4.13 sublinear counts, times idf, rows of length 1
const values = new Float64Array(counts.values.length);
for (let i = 0; i < counts.rows; i++) {
  let squares = 0;
  for (let e = counts.starts[i]; e < counts.starts[i + 1]; e++) {
    const damped = Math.log(counts.values[e]) + 1;
    values[e] = damped * idf[counts.columns[e]];
    squares += values[e] ** 2;
  }
  for (let e = counts.starts[i]; e < counts.starts[i + 1]; e++) values[e] /= Math.sqrt(squares);
}
return { rows: counts.rows, width: counts.width, starts: counts.starts, columns: counts.columns, values };
//#endregion
