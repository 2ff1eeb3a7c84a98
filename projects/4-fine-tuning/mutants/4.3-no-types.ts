// Misconception: Token types are for pairs, and may stay 0.
// file: src/training/padded.ts
//#region solution 4.3 each text at the start of its row, with its mask and types
  for (const [row, text] of texts.entries()) {
    for (const [column, id] of text.ids.entries()) {
      const place = row * sequence + column;
      ids[place] = BigInt(id);
      mask[place] = 1n;
    }
  }
//#endregion
