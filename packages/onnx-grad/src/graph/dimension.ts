import type { Dimension } from "../onnx/model.ts";
import { ShapeError } from "./shape-error.ts";

// A symbolic dimension is written as a product in canonical form, `"2*batch*heads"`: the number first,
// then the symbols in order. Two dimensions are equal exactly when their texts are. A sum such as
// `"(past+sequence)"` is one symbol.

type Monomial = { readonly factor: number; readonly symbols: readonly string[] };

function monomial(dimension: Dimension): Monomial {
  if (typeof dimension === "number") return { factor: dimension, symbols: [] };
  const parts = dimension.split("*");
  const isNumber = /^\d+$/.test(parts[0]);
  return isNumber
    ? { factor: Number(parts[0]), symbols: parts.slice(1) }
    : { factor: 1, symbols: parts };
}

function canonical({ factor, symbols }: Monomial): Dimension {
  if (factor === 0 || symbols.length === 0) return factor;
  const sorted = [...symbols].sort();
  return (factor === 1 ? sorted : [String(factor), ...sorted]).join("*");
}

/** The product of `dimensions`, 1 for none. */
export function multiplyDimensions(dimensions: readonly Dimension[]): Dimension {
  let factor = 1;
  const symbols: string[] = [];
  for (const dimension of dimensions) {
    const part = monomial(dimension);
    factor *= part.factor;
    symbols.push(...part.symbols);
  }
  return canonical({ factor, symbols });
}

/** `whole / part` when `part` divides it whatever the symbols stand for, else undefined. */
export function divideDimension(whole: Dimension, part: Dimension): Dimension | undefined {
  const [a, b] = [monomial(whole), monomial(part)];
  const symbols = [...a.symbols];
  for (const symbol of b.symbols) {
    const at = symbols.indexOf(symbol);
    if (at < 0) return undefined;
    symbols.splice(at, 1);
  }
  if (b.factor === 0 || a.factor % b.factor !== 0) return undefined;
  return canonical({ factor: a.factor / b.factor, symbols });
}

/** The sum: a number where all are numbers, else a dimension such as `"(past+sequence+1)"`. */
export function addDimensions(dimensions: readonly Dimension[]): Dimension {
  const terms = dimensions.flatMap(termsOf);
  const symbols = terms.filter((term): term is string => typeof term === "string").sort();
  const known = terms.reduce<number>(
    (sum, term) => (typeof term === "number" ? sum + term : sum),
    0,
  );
  if (symbols.length === 0) return known;
  const parts = known === 0 ? symbols : [...symbols, String(known)];
  // Inside the brackets a product's sign is a dot, so that splitting at `*` never cuts a sum.
  return parts.length === 1 ? parts[0] : `(${parts.join("+").replaceAll("*", ".")})`;
}

/** The terms whose sum `dimension` is: itself, unless it is a sum. */
export function termsOf(dimension: Dimension): Dimension[] {
  if (typeof dimension === "number" || !/^\([^()]*\)$/.test(dimension)) return [dimension];
  const terms = dimension.slice(1, -1).replaceAll(".", "*").split("+");
  return terms.map((term) => (/^-?\d+$/.test(term) ? Number(term) : term));
}

/** The symbols (and the number, if it is not 1) whose product `dimension` is. */
export function factorsOf(dimension: Dimension): Dimension[] {
  const { factor, symbols } = monomial(dimension);
  return factor === 1 && symbols.length > 0 ? [...symbols] : [factor, ...symbols];
}

const symbol = /^(?:[A-Za-z_]\w*|\(.+\))$/;

/** `shape` itself; throws unless each size is a whole number >= 0 or a product of names. */
export function checkShape(operation: string, shape: readonly Dimension[]): readonly Dimension[] {
  for (const size of shape) {
    const isSize =
      typeof size === "number" ? Number.isSafeInteger(size) && size >= 0 : isName(size);
    if (!isSize) {
      throw new ShapeError(
        `${operation}: expected sizes that are whole numbers >= 0 or names, found ${showShape(shape)}`,
      );
    }
  }
  return shape;
}

function isName(text: string): boolean {
  return factorsOf(text).every((part) => typeof part === "number" || symbol.test(part));
}

/** `[batch, 128]` */
export function showShape(shape: readonly Dimension[]): string {
  return `[${shape.join(", ")}]`;
}
