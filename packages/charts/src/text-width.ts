const narrow = /[iljtfrI.,:;'!|()[\]{} -]/;
const wide = /[mwMW@%\u2026]/;

/** About how wide text is at 13 px in a wide sans-serif: there is no font to measure with, and too much room is better than too little. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (character > "\u2e7f") width += 13;
    else if (narrow.test(character)) width += 5;
    else if (wide.test(character)) width += 11.5;
    else width += character === character.toLowerCase() ? 7.9 : 9.2;
  }
  return width;
}

/** Text that is at most `width` wide, cut with an ellipsis. */
export function shorten(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && textWidth(`${characters.join("")}\u2026`) > width)
    characters.pop();
  return `${characters.join("").trimEnd()}\u2026`;
}
