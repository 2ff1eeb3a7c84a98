// Misconception: idf is ln(N / df); the ones are decoration.
// file: src/baseline/tfidf.ts
//#region solution 4.13 inverse document frequency
const documents = new Float64Array(counts.width);
for (const column of counts.columns) documents[column]++;
return documents.map((df) => Math.log(counts.rows / df));
//#endregion
