// Alternative: all rows in one deck, class after class, dealt round the table.
// file: src/selection/stratified-k-fold.ts
//#region solution 1.12 stratified folds
const random = randomGenerator(seed);
const deck = rowsByClass(labels).flatMap((rows) =>
  [...random.permutation(rows.length).toTyped()].map((i) => rows[i]),
);
const hands = Array.from({ length: folds }, (_, fold) =>
  deck.filter((__, i) => i % folds === fold).toSorted((a, b) => a - b),
);
return hands.map((validation) => {
  const held = new Set(validation);
  return { train: [...Array(labels.length).keys()].filter((row) => !held.has(row)), validation };
});
//#endregion
