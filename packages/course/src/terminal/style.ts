/** Colours and symbols, or their plain forms. Every function returns text of the same visible width. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly symbols: Symbols;
}

export interface Symbols {
  readonly pass: string;
  readonly fail: string;
  readonly todo: string;
  readonly current: string;
  readonly line: string;
  readonly dot: string;
  readonly full: string;
  readonly empty: string;
}

const unicode: Symbols = {
  pass: "✓",
  fail: "✗",
  todo: "·",
  current: "›",
  line: "─",
  dot: "·",
  full: "█",
  empty: "░",
};

const ascii: Symbols = {
  pass: "+",
  fail: "x",
  todo: ".",
  current: ">",
  line: "-",
  dot: "-",
  full: "#",
  empty: ".",
};

/** Makes a style. */
export function makeStyle(options: { color: boolean; ascii: boolean }): Style {
  const paint = (open: number, close: number) => (text: string) =>
    options.color && text !== "" ? `\x1b[${open}m${text}\x1b[${close}m` : text;
  return {
    bold: paint(1, 22),
    dim: paint(2, 22),
    red: paint(31, 39),
    green: paint(32, 39),
    yellow: paint(33, 39),
    cyan: paint(36, 39),
    symbols: options.ascii ? ascii : unicode,
  };
}

/** Text without colour codes. */
export function stripStyle(text: string): string {
  // oxlint-disable-next-line no-control-regex -- colour codes begin with the escape character
  return text.replace(/\x1b\[[0-9;]*m/g, "");
}

/** How many columns a text takes: its characters without colour codes and combining marks. */
export function visibleWidth(text: string): number {
  return Array.from(stripStyle(text).normalize("NFC").replace(/\p{M}/gu, "")).length;
}
