// Misconception: Rows lie one behind the other, each as long as its text.
// file: src/training/padded.ts
//#region solution 4.3 each text at the start of its row, with its mask and types
  let place = 0;
  for (const text of texts) {
    for (const [column, id] of text.ids.entries()) {
      ids[place] = BigInt(id);
      mask[place] = 1n;
      types[place] = BigInt(text.types[column]);
      place += 1;
    }
  }
//#endregion
