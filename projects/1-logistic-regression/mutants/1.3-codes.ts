// Misconception: a category's number says as much as zeros and ones do.
// file: src/data/one-hot.ts
//#region solution 1.3 one column of zeros and ones a category
const encoded = zeros([column.length, categories.length - 1]);
for (const [row, text] of column.entries()) encoded.set(categories.indexOf(text), row, 0);
return encoded;
//#endregion
