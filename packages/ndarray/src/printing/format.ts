import type { NDArray } from "../core/ndarray.ts";
import { formatShape } from "../core/shape.ts";
import { isFloat } from "../core/dtype.ts";
import { floatFormatter, formatScalar } from "./float.ts";
import { layOut } from "./layout.ts";

const lineWidth = 75;
const threshold = 1000;
const edgeItems = 3;

/** The array as NumPy's `str`, which `print` shows. */
export function formatArray(a: NDArray): string {
  if (a.ndim > 0) return bracketed(a, " ", 1, lineWidth);
  const value = a.item();
  if (a.dtype === "bool") return value === 0 ? "False" : "True";
  return isFloat(a.dtype) ? formatScalar(value, a.dtype === "float32") : String(value);
}

/** The array as NumPy's `repr`: `array([1., 2.])`, with the dtype where it cannot be seen. */
export function reprArray(a: NDArray): string {
  const prefix = "array(";
  const text = prefix + bracketed(a, ", ", prefix.length + 1, lineWidth - 1);
  const extras: string[] = [];
  if ((a.size === 0 && (a.ndim !== 1 || a.shape[0] !== 0)) || a.size > threshold) {
    extras.push(`shape=${formatShape(a.shape)}`);
  }
  if (a.size === 0 || (a.dtype !== "float64" && a.dtype !== "bool")) {
    extras.push(`dtype=${a.dtype}`);
  }
  if (extras.length === 0) return `${text})`;
  const ending = `${extras.join(", ")})`;
  const lastLine = text.length + 1 - (text.lastIndexOf("\n") + 1);
  const fits = lastLine + ending.length + 1 <= lineWidth;
  return `${text},${fits ? " " : `\n${" ".repeat(prefix.length)}`}${ending}`;
}

function bracketed(a: NDArray, separator: string, indent: number, width: number): string {
  if (a.size === 0) return "[]";
  const isSummary = a.size > threshold;
  const write = formatter(a, isSummary);
  return layOut(a.shape, (index) => write(a.get(...index)), {
    lineWidth: width,
    separator,
    edgeItems,
    isSummary,
    indent: " ".repeat(indent),
  });
}

/** A function that writes every shown element with one width. */
function formatter(a: NDArray, isSummary: boolean): (x: number) => string {
  const values = isSummary ? edgeValues(a) : Array.from(a.toTyped());
  if (a.dtype === "bool") {
    return (x) => (x === 0 ? "False" : a.ndim === 0 ? "True" : " True");
  }
  if (isFloat(a.dtype)) return floatFormatter(values, a.dtype === "float32");
  const width = values.reduce((longest, x) => Math.max(longest, String(x).length), 0);
  return (x) => String(x).padStart(width);
}

/** The elements that a summary shows: both ends of every long axis. */
function edgeValues(a: NDArray): number[] {
  const parts: number[] = [];
  const collect = (part: NDArray, axis: number): void => {
    if (axis === part.ndim) {
      parts.push(...part.toTyped());
      return;
    }
    const all = Array.from({ length: axis }, () => ":");
    if (part.shape[axis] <= 2 * edgeItems) collect(part, axis + 1);
    else {
      collect(part.at(...all, `:${edgeItems}`), axis + 1);
      collect(part.at(...all, `-${edgeItems}:`), axis + 1);
    }
  };
  collect(a, 0);
  return parts;
}
