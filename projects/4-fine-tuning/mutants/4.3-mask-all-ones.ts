// Misconception: Every place of the batch is a token, so the mask is 1 everywhere.
// file: src/training/padded.ts
//#region solution 4.3 each text at the start of its row, with its mask and types
  for (const [row, text] of texts.entries()) {
    for (const [column, id] of text.ids.entries()) {
      const place = row * sequence + column;
      ids[place] = BigInt(id);
      types[place] = BigInt(text.types[column]);
      mask.fill(1n);
    }
  }
//#endregion
