import { continuation, longestWord } from "./tokenizer-json.ts";

/**
 * A word as pieces of the vocabulary, the longest that fits first, then the longest that fits the rest;
 * `["[UNK]"]` when a part has no piece. Source: https://arxiv.org/abs/1609.08144
 */
export function wordPieces(word: string, vocabulary: ReadonlySet<string>): string[] {
  const characters = Array.from(word);
  if (characters.length > longestWord) return ["[UNK]"];
  //#region solution 4.2 the longest piece at each place; unknown when there is none
  const pieces: string[] = [];
  for (let start = 0; start < characters.length;) {
    const prefix = start === 0 ? "" : continuation;
    let end = characters.length;
    while (end > start && !vocabulary.has(prefix + characters.slice(start, end).join(""))) end -= 1;
    if (end === start) return ["[UNK]"];
    pieces.push(prefix + characters.slice(start, end).join(""));
    start = end;
  }
  return pieces;
  //#endregion
}
