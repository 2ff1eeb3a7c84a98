// Misconception: Texts stand at the end of their rows, as in models that write.
// file: src/training/padded.ts
//#region solution 4.3 each text at the start of its row, with its mask and types
  for (const [row, text] of texts.entries()) {
    for (const [column, id] of text.ids.entries()) {
      const place = row * sequence + (sequence - text.ids.length) + column;
      ids[place] = BigInt(id);
      mask[place] = 1n;
      types[place] = BigInt(text.types[column]);
    }
  }
//#endregion
