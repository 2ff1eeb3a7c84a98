// Misconception: Only the part that has no piece is unknown.
// file: src/tokenizer/word-pieces.ts
//#region solution 4.2 the longest piece at each place; unknown when there is none
  const pieces: string[] = [];
  for (let start = 0; start < characters.length;) {
    const prefix = start === 0 ? "" : continuation;
    let end = characters.length;
    while (end > start && !vocabulary.has(prefix + characters.slice(start, end).join(""))) end -= 1;
    pieces.push(end === start ? "[UNK]" : prefix + characters.slice(start, end).join(""));
    start = Math.max(end, start + 1);
  }
  return pieces;
//#endregion
