// Misconception: A merged piece is the two pieces one after the other, marks and all.
// file: src/tokenizer/train-wordpiece.ts
//#region solution 4.1 join each left that is followed by right; a continuation mark stays in front only
  const merged: string[] = [];
  for (let i = 0; i < pieces.length; i += 1) {
    if (pieces[i] === left && pieces[i + 1] === right) {
      merged.push(left + right);
      i += 1;
    } else {
      merged.push(pieces[i]);
    }
  }
  return merged;
//#endregion
