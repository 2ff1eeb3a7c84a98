// Misconception: The first piece that fits will do.
// file: src/tokenizer/word-pieces.ts
//#region solution 4.2 the longest piece at each place; unknown when there is none
  const pieces: string[] = [];
  for (let start = 0; start < characters.length;) {
    const prefix = start === 0 ? "" : continuation;
    let end = start + 1;
    while (end <= characters.length && !vocabulary.has(prefix + characters.slice(start, end).join(""))) end += 1;
    if (end > characters.length) return ["[UNK]"];
    pieces.push(prefix + characters.slice(start, end).join(""));
    start = end;
  }
  return pieces;
//#endregion
