import { describe, expect, test } from "vitest";
import { toAscii } from "./ascii.ts";
import { detectAbilities } from "./detect.ts";
import { spread, table, truncate, wrap } from "./layout.ts";
import { renderMarkdown } from "./markdown.ts";
import { makeStyle, stripStyle, visibleWidth } from "./style.ts";
import { makeTerminal } from "./terminal.ts";

const plain = makeStyle({ color: false, ascii: false });
const colored = makeStyle({ color: true, ascii: false });

describe("toAscii(text)", () => {
  test("spells out what it knows, drops accents, and marks the rest", () => {
    expect(toAscii("σ(z) ≤ 1 – naïve → ½ 漢")).toBe("sigma(z) <= 1 - naive -> ? ?");
  });
});

describe("detectAbilities(stream, env, platform)", () => {
  const tty = { isTTY: true, columns: 120 };
  test("shows colour on a terminal, not in a pipe", () => {
    expect(detectAbilities(tty, {}, "linux")).toEqual({ color: true, ascii: false, width: 100 });
    expect(detectAbilities({}, {}, "linux")).toEqual({ color: false, ascii: false, width: 80 });
  });
  test("obeys NO_COLOR, FORCE_COLOR and TERM=dumb", () => {
    expect(detectAbilities(tty, { NO_COLOR: "1" }, "linux").color).toBe(false);
    expect(detectAbilities(tty, { TERM: "dumb" }, "linux").color).toBe(false);
    expect(detectAbilities({}, { FORCE_COLOR: "1" }, "linux").color).toBe(true);
    expect(detectAbilities({}, { FORCE_COLOR: "1", NO_COLOR: "1" }, "linux").color).toBe(false);
  });
  test("falls back to ASCII on old Windows consoles and the Linux console", () => {
    expect(detectAbilities(tty, {}, "win32").ascii).toBe(true);
    expect(detectAbilities(tty, { WT_SESSION: "x" }, "win32").ascii).toBe(false);
    expect(detectAbilities(tty, { TERM: "linux" }, "linux").ascii).toBe(true);
    expect(detectAbilities(tty, { ROADMAP_ASCII: "1" }, "darwin").ascii).toBe(true);
  });
});

describe("layout", () => {
  test("wrap(text, width) counts columns, not colour codes", () => {
    expect(wrap(`${colored.red("one")} two three`, 8).map(stripStyle)).toEqual([
      "one two",
      "three",
    ]);
  });
  test("visibleWidth(text) of a coloured symbol is 1", () => {
    expect(visibleWidth(colored.green("✓"))).toBe(1);
  });
  test("table(rows, right) aligns columns", () => {
    expect(
      table(
        [
          ["a", "1"],
          ["bb", "10"],
        ],
        [1],
      ),
    ).toEqual(["a    1", "bb  10"]);
  });
  test("truncate(text, width) ends in dots", () => {
    expect(truncate("abcdefgh", 6)).toBe("abc...");
  });
  test("spread(left, right, width) fills the line", () => {
    expect(spread("a", "b", 5)).toBe("a   b");
  });
});

describe("renderMarkdown(markdown, style, width)", () => {
  test("wraps paragraphs and lists, sets code in and keeps formulas", () => {
    const markdown =
      "The **mean** of `x` _is_\n$\\bar x$.\n\n- one two three\n- [link](u)\n\n```ts\na b\n```";
    expect(renderMarkdown(markdown, plain, 14)).toEqual([
      "The mean of x",
      "is $\\bar x$.",
      "",
      "- one two",
      "  three",
      "- link (u)",
      "",
      "    a b",
    ]);
  });
});

describe("makeTerminal(write, settings)", () => {
  const settings = { json: false, ascii: true, color: false, width: 80, interactive: false };
  test("prints plain ASCII where asked to", () => {
    let written = "";
    const terminal = makeTerminal((text) => (written += text), settings);
    terminal.print(`${terminal.style.symbols.pass} ≤`);
    terminal.printJson({ a: 1 });
    expect(written).toBe("+ <=\n");
  });
  test("prints only the document with json", () => {
    let written = "";
    const terminal = makeTerminal((text) => (written += text), { ...settings, json: true });
    terminal.print("for people");
    terminal.printJson({ a: 1 });
    expect(JSON.parse(written)).toEqual({ a: 1 });
  });
});
