import { NpyError } from "./npyError.ts";

/** A value of the part of Python's literals that headers are written in. */
export type Literal = string | boolean | number | Literal[] | Map<string, Literal>;

const token = /\s*(?:('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(True|False)|(\d+)L?|([{}()[\],:]))/y;

/**
 * Reads a Python literal of strings, booleans, whole numbers, tuples, lists and dicts with string
 * keys. Reads, never evaluates. Throws NpyError for anything else.
 */
export function parseLiteral(text: string): Literal {
  const tokens = tokenise(text);
  let next = 0;

  const value = (depth: number): Literal => {
    const found = tokens[next++];
    if (found === undefined || depth > 8) throw malformed(text);
    if (typeof found !== "object") return found;
    if (found.mark === "(" || found.mark === "[") return sequence(found.mark, depth);
    if (found.mark === "{") return dict(depth);
    throw malformed(text);
  };
  const take = (mark: string): boolean => {
    const found = tokens[next];
    if (typeof found !== "object" || found.mark !== mark) return false;
    next++;
    return true;
  };
  const sequence = (open: string, depth: number): Literal => {
    const close = open === "(" ? ")" : "]";
    const items: Literal[] = [];
    let comma = false;
    while (!take(close)) {
      if (items.length > 0 && !comma) throw malformed(text);
      items.push(value(depth + 1));
      comma = take(",");
    }
    // Parentheses around one value without a comma are no tuple.
    return open === "(" && items.length === 1 && !comma ? items[0] : items;
  };
  const dict = (depth: number): Literal => {
    const entries = new Map<string, Literal>();
    let comma = true;
    while (!take("}")) {
      const key = comma ? value(depth + 1) : undefined;
      if (typeof key !== "string" || entries.has(key) || !take(":")) throw malformed(text);
      entries.set(key, value(depth + 1));
      comma = take(",");
    }
    return entries;
  };

  const result = value(0);
  if (next !== tokens.length) throw malformed(text);
  return result;
}

type Token = string | boolean | number | { readonly mark: string };

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const trimmed = text.trimEnd();
  token.lastIndex = 0;
  while (token.lastIndex < trimmed.length) {
    const match = token.exec(trimmed);
    if (match === null) throw malformed(text);
    const [, quoted, boolean, digits, mark] = match;
    if (quoted !== undefined) tokens.push(quoted.slice(1, -1));
    else if (boolean !== undefined) tokens.push(boolean === "True");
    else if (digits !== undefined) tokens.push(Number(digits));
    else tokens.push({ mark });
  }
  return tokens;
}

function malformed(text: string): NpyError {
  return new NpyError(
    `parseNpy: the header is not a Python literal: ${JSON.stringify(text.trim().slice(0, 200))}`,
  );
}
