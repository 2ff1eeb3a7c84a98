// Alternative: Cuts the word itself, whose half characters no piece of the vocabulary fits.
// file: src/tokenizer/word-pieces.ts
//#region solution 4.2 the longest piece at each place; unknown when there is none
  const pieces: string[] = [];
  let rest = word;
  while (rest !== "") {
    const mark = pieces.length === 0 ? "" : continuation;
    let piece = rest;
    while (piece !== "" && !vocabulary.has(mark + piece)) piece = piece.slice(0, -1);
    if (piece === "") return ["[UNK]"];
    pieces.push(mark + piece);
    rest = rest.slice(piece.length);
  }
  return pieces;
//#endregion
