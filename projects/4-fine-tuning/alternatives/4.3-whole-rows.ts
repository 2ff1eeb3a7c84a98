// Alternative: Puts down whole rows with set and fill.
// file: src/training/padded.ts
//#region solution 4.3 each text at the start of its row, with its mask and types
  texts.forEach((text, row) => {
    const start = row * sequence;
    ids.set(BigInt64Array.from(text.ids, BigInt), start);
    types.set(BigInt64Array.from(text.types, BigInt), start);
    mask.fill(1n, start, start + text.ids.length);
  });
//#endregion
