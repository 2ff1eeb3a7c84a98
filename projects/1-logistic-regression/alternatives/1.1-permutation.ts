// Alternative: one permutation of all rows, then a walk that counts how many of each class are
// still due.
// file: src/data/split.ts
//#region solution 1.1 stratified split
const due = new Map(
  rowsByClass(labels).map((rows) => {
    const counts = {
      test: Math.round(test * rows.length),
      validation: Math.round(validation * rows.length),
    };
    return [labels[rows[0]], counts];
  }),
);
const split: Split = { train: [], validation: [], test: [] };
for (const row of randomGenerator(seed).permutation(labels.length).toTyped()) {
  const counts = due.get(labels[row])!;
  if (counts.test > 0) {
    counts.test--;
    split.test.push(row);
  } else if (counts.validation > 0) {
    counts.validation--;
    split.validation.push(row);
  } else {
    split.train.push(row);
  }
}
return split;
//#endregion
