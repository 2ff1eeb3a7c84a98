// Alternative: Looks at what was put down last, and joins it when the next piece fits.
// file: src/tokenizer/train-wordpiece.ts
//#region solution 4.1 join each left that is followed by right; a continuation mark stays in front only
  return pieces.reduce<string[]>((done, piece, i) => {
    const isPair = piece === right && i > 0 && done.at(-1) === left && pieces[i - 1] === left;
    return isPair ? [...done.slice(0, -1), joined(left, right)] : [...done, piece];
  }, []);
//#endregion
