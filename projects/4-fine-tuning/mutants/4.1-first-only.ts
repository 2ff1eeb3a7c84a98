// Misconception: A word has a pair once at most.
// file: src/tokenizer/train-wordpiece.ts
//#region solution 4.1 join each left that is followed by right; a continuation mark stays in front only
  const at = pieces.findIndex((piece, i) => piece === left && pieces[i + 1] === right);
  if (at < 0) return [...pieces];
  return [...pieces.slice(0, at), joined(left, right), ...pieces.slice(at + 2)];
//#endregion
