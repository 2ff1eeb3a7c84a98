// Misconception: it makes no difference which category is the reference.
// file: src/data/one-hot.ts
//#region solution 1.3 one column of zeros and ones a category
const encoded = zeros([column.length, categories.length - 1]);
for (const [row, text] of column.entries()) {
  const category = categories.indexOf(text);
  if (category >= 0 && category < categories.length - 1) encoded.set(1, row, category);
}
return encoded;
//#endregion
