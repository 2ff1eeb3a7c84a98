/** How nested brackets are laid out in lines. */
export interface Layout {
  readonly lineWidth: number;
  readonly separator: string;
  /** Axes longer than twice this are cut to their ends when `isSummary`. */
  readonly edgeItems: number;
  readonly isSummary: boolean;
  /** Spaces before every line but the first. */
  readonly indent: string;
}

/**
 * The bracketed text of an array; `element` writes the one at an index. Rows are wrapped at the
 * line width, and blocks are kept apart by empty lines, as NumPy does.
 */
export function layOut(
  shape: readonly number[],
  element: (index: readonly number[]) => string,
  layout: Layout,
): string {
  const { separator, edgeItems, isSummary } = layout;

  const level = (index: readonly number[], indent: string, width: number): string => {
    const axis = index.length;
    const n = shape[axis];
    const isCut = isSummary && n > 2 * edgeItems;
    const shown: (number | "...")[] = isCut
      ? [...range(0, edgeItems), "...", ...range(n - edgeItems, n)]
      : range(0, n);
    const inner = `${indent} `;
    if (axis === shape.length - 1) {
      const words = shown.map((i) => (i === "..." ? i : element([...index, i])));
      return bracket(wrap(words, indent, width, separator), indent);
    }
    const gap = separator.trimEnd() + "\n".repeat(shape.length - axis - 1);
    const blocks = shown.map((i) => (i === "..." ? i : level([...index, i], inner, width - 1)));
    return bracket(indent + blocks.join(gap + indent), indent);
  };

  if (shape.length === 0) return element([]);
  return level([], layout.indent, layout.lineWidth);
}

function range(start: number, stop: number): number[] {
  return Array.from({ length: stop - start }, (_, i) => start + i);
}

function bracket(text: string, indent: string): string {
  return `[${text.slice(indent.length)}]`;
}

/** Words in lines that leave room for the closing bracket. */
function wrap(words: readonly string[], indent: string, width: number, separator: string): string {
  const room = width - Math.max(separator.trimEnd().length, 1);
  let done = "";
  let line = indent;
  for (const [i, word] of words.entries()) {
    if (line.length + word.length > room && line.length > indent.length) {
      done += `${line.trimEnd()}\n`;
      line = indent;
    }
    line += i < words.length - 1 ? word + separator : word;
  }
  return done + line;
}
