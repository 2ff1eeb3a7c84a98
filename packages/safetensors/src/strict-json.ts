import { SafetensorsError } from "./error.ts";

/** JSON with objects as Maps, so that no key (`__proto__`, `toString`) has a meaning. */
export type StrictJson =
  string | number | boolean | null | readonly StrictJson[] | ReadonlyMap<string, StrictJson>;

export function isObject(value: unknown): value is ReadonlyMap<string, StrictJson> {
  return value instanceof Map;
}

export function isArray(value: StrictJson | undefined): value is readonly StrictJson[] {
  return Array.isArray(value);
}

const token = /[ \t\n\r]*([{}[\],:"]|[-+.\w]+)/y;
const deepest = 8;

/**
 * Parses JSON as `JSON.parse` does, and throws on two things that it lets pass: a key given twice,
 * and nesting deeper than a header can need. Only spaces may follow the value.
 */
export function parseStrictJson(text: string): StrictJson {
  let position = 0;

  function next(): string {
    token.lastIndex = position;
    const match = token.exec(text);
    if (match === null) fail("expected JSON");
    position = token.lastIndex;
    return match[1] === '"' ? string(position - 1) : match[1];
  }

  /** The string literal, quotes included, that opens at `start`. No regular expression: names may be megabytes long. */
  function string(start: number): string {
    for (let at = start + 1; at < text.length; at += 1) {
      if (text[at] === "\\") at += 1;
      else if (text[at] === '"') {
        position = at + 1;
        return text.slice(start, position);
      }
    }
    return fail("a string has no end");
  }

  function fail(problem: string): never {
    throw new SafetensorsError(`header: ${problem} at character ${position}`);
  }

  function scalar(source: string): string | number | boolean | null {
    try {
      const value: string | number | boolean | null = JSON.parse(source);
      return value;
    } catch {
      return fail(`expected JSON, found ${source.slice(0, 40)}`);
    }
  }

  function value(first: string, depth: number): StrictJson {
    if (depth > deepest) fail(`nested deeper than ${deepest}`);
    if (first === "{") return object(depth);
    if (first === "[") return array(depth);
    return scalar(first);
  }

  function object(depth: number): StrictJson {
    const entries = new Map<string, StrictJson>();
    for (let mark = next(); mark !== "}" || entries.size > 0; mark = next()) {
      if (!mark.startsWith('"')) fail(`expected a key, found ${mark}`);
      const key = String(scalar(mark));
      if (entries.has(key)) fail(`key ${mark} stands twice`);
      if (next() !== ":") fail("expected ':'");
      entries.set(key, value(next(), depth + 1));
      const end = next();
      if (end === "}") break;
      if (end !== ",") fail(`expected ',' or '}', found ${end}`);
    }
    return entries;
  }

  function array(depth: number): StrictJson {
    const items: StrictJson[] = [];
    for (let mark = next(); mark !== "]" || items.length > 0; mark = next()) {
      items.push(value(mark, depth + 1));
      const end = next();
      if (end === "]") break;
      if (end !== ",") fail(`expected ',' or ']', found ${end}`);
    }
    return items;
  }

  const result = value(next(), 0);
  if (/[^ ]/.test(text.slice(position))) fail("something other than spaces follows the JSON");
  return result;
}
