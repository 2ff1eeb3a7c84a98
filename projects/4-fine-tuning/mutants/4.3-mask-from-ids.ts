// Misconception: Padding can be told by its id.
// file: src/training/padded.ts
//#region solution 4.3 each text at the start of its row, with its mask and types
  for (const [row, text] of texts.entries()) {
    for (const [column, id] of text.ids.entries()) {
      const place = row * sequence + column;
      ids[place] = BigInt(id);
      mask[place] = id === padding ? 0n : 1n;
      types[place] = BigInt(text.types[column]);
    }
  }
//#endregion
