import type { WordImportance } from "../evaluation/word-importance.ts";

const width = 380;
const fontSize = 12.5;
/** Of a fixed-width font, whose letters are 0.6 as wide as it is high; `textLength` makes it so. */
const letter = fontSize * 0.6;
const line = 23;

/**
 * A text whose words are tinted by how much they count: filled in the first colour for the answer, outlined in the
 * second against it. An SVG as wide as the charts.
 */
export function tintedWords(words: readonly WordImportance[], label: string): string {
  const most = Math.max(...words.map(({ importance }) => Math.abs(importance)), 1e-12);
  let [x, y] = [0, 0];
  const drawn = words.map(({ word, importance }) => {
    const text = shortened(word);
    const long = Array.from(text).length * letter;
    if (x > 0 && x + long > width) [x, y] = [0, y + line];
    const at = x;
    x += long + letter;
    return wordSvg(text, at, y, long, importance / most);
  });
  const height = y + line;
  // The page's style sheet sets the font of a chart's root element, so the fixed-width one is the group's.
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" class="chart" role="img" aria-label="${escape(label)}" fill="var(--chart-text, currentColor)"><g font-family="ui-monospace, monospace" font-size="${fontSize}">${drawn.join("")}</g></svg>`;
}

/** `share` is from -1, against, to 1, for. */
function wordSvg(word: string, x: number, y: number, long: number, share: number): string {
  const box = `x="${round(x - 2)}" y="${y + 2}" width="${round(long + 4)}" height="${line - 4}" rx="3"`;
  const strength = round(Math.abs(share));
  const tint =
    Math.abs(share) < 0.05
      ? ""
      : share > 0
        ? `<rect ${box} fill="var(--chart-1, #2b7bba)" fill-opacity="${round(0.08 + 0.4 * strength)}"/>`
        : `<rect ${box} fill="none" stroke="var(--chart-2, #cc5f13)" stroke-width="1.5" stroke-dasharray="4 2" stroke-opacity="${round(0.3 + 0.7 * strength)}"/>`;
  return `${tint}<text x="${round(x)}" y="${y + 16}" textLength="${round(long)}" lengthAdjust="spacingAndGlyphs">${escape(word)}</text>`;
}

function shortened(word: string): string {
  const letters = Array.from(word);
  return letters.length > 45 ? `${letters.slice(0, 44).join("")}\u2026` : word;
}

function round(value: number): number {
  return Number(value.toFixed(2));
}

function escape(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
  };
  return text.replace(/\p{Cc}/gu, " ").replace(/[&<>"]/g, (character) => entities[character]);
}
