// Misconception: A piece is the same at the beginning of a word and within it.
// file: src/tokenizer/word-pieces.ts
//#region solution 4.2 the longest piece at each place; unknown when there is none
  const pieces: string[] = [];
  for (let start = 0; start < characters.length;) {
    let end = characters.length;
    while (end > start && !vocabulary.has(characters.slice(start, end).join(""))) end -= 1;
    if (end === start) return ["[UNK]"];
    pieces.push((start === 0 ? "" : continuation) + characters.slice(start, end).join(""));
    start = end;
  }
  return pieces;
//#endregion
