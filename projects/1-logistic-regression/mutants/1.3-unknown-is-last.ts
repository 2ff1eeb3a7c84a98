// Misconception: an index of -1 does no harm.
// file: src/data/one-hot.ts
//#region solution 1.3 one column of zeros and ones a category
const encoded = zeros([column.length, categories.length - 1]);
for (const [row, text] of column.entries()) {
  const category = categories.indexOf(text);
  if (category !== 0) encoded.set(1, row, category < 0 ? -1 : category - 1);
}
return encoded;
//#endregion
