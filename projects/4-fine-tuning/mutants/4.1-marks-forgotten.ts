// Misconception: Where a piece stands in a word does not matter, so pairs are compared without their marks.
// file: src/tokenizer/train-wordpiece.ts
//#region solution 4.1 join each left that is followed by right; a continuation mark stays in front only
  const bare = (piece: string) => piece.replace("##", "");
  const merged: string[] = [];
  for (let i = 0; i < pieces.length; i += 1) {
    const next = pieces[i + 1];
    if (next !== undefined && bare(pieces[i]) === bare(left) && bare(next) === bare(right)) {
      merged.push(joined(pieces[i], next));
      i += 1;
    } else {
      merged.push(pieces[i]);
    }
  }
  return merged;
//#endregion
