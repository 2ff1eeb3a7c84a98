/** Widths at 13 px in DejaVu Sans, the widest of the common interface fonts: the first match counts. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[ '.,:;/\\|ijlIJf-]/, 4.7],
  [/[()[\]!rt]/, 5.4],
  [/["*_`?szcLk]/, 7.5],
  [/[w+<=>#~^\u2212M]/, 11],
  [/[%mW@\u2026]/, 13],
  [/[NHDGOQU&]/, 10.2],
  [/[A-Z]/, 9.2],
];

/** About how wide text is at 13 px: there is no font to measure with, and too much room is better than too little. */
export function textWidth(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + characterWidth(character), 0);
}

function characterWidth(character: string): number {
  const known = widths.find(([kind]) => kind.test(character))?.[1];
  return known ?? (character < "\u2e80" ? 8.3 : 13);
}

/** Text that is at most `width` wide, cut with an ellipsis. */
export function shorten(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && textWidth(`${characters.join("")}\u2026`) > width)
    characters.pop();
  return `${characters.join("").trimEnd()}\u2026`;
}
