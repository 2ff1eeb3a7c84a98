// Misconception: a term's document frequency is how often it occurs in all texts together.
// file: src/baseline/tfidf.ts
//#region solution 4.13 inverse document frequency
const documents = new Float64Array(counts.width);
for (const [e, column] of counts.columns.entries()) documents[column] += counts.values[e];
return documents.map((df) => Math.log((1 + counts.rows) / (1 + df)) + 1);
//#endregion
