// Misconception: the categories can be read off the column that is being encoded.
// file: src/data/one-hot.ts
//#region solution 1.3 one column of zeros and ones a category
const own = fitOneHot(column);
const encoded = zeros([column.length, own.length - 1]);
for (const [row, text] of column.entries()) {
  const category = own.indexOf(text);
  if (category > 0) encoded.set(1, row, category - 1);
}
return encoded;
//#endregion
