// Alternative: The longest piece, and then the same for what is left of the word.
// file: src/tokenizer/word-pieces.ts
//#region solution 4.2 the longest piece at each place; unknown when there is none
  const cut = (rest: readonly string[], mark: string): string[] | undefined => {
    if (rest.length === 0) return [];
    const sizes = Array.from(rest, (_, i) => rest.length - i);
    const size = sizes.find((length) => vocabulary.has(mark + rest.slice(0, length).join("")));
    const others = size === undefined ? undefined : cut(rest.slice(size), continuation);
    return others && [mark + rest.slice(0, size).join(""), ...others];
  };
  return cut(characters, "") ?? ["[UNK]"];
//#endregion
