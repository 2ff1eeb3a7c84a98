// Misconception: A piece that was the right of one pair may be the left of the next.
// file: src/tokenizer/train-wordpiece.ts
//#region solution 4.1 join each left that is followed by right; a continuation mark stays in front only
  const merged: string[] = [];
  for (let i = 0; i < pieces.length; i += 1) {
    if (pieces[i] === left && pieces[i + 1] === right) merged.push(joined(left, right));
    else if (i === 0 || pieces[i - 1] !== left || pieces[i] !== right) merged.push(pieces[i]);
  }
  return merged;
//#endregion
