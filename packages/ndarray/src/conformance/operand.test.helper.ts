// Operands of the conformance cases, made by the same formula as in fixtures/conformance/operands.py.
import type { DType } from "../core/dtype.ts";
import type { NDArray } from "../core/ndarray.ts";
import { array } from "../creation/array.ts";
import { parseSlice } from "../indexing/parse.ts";
import type { Index } from "../indexing/parse.ts";
import { broadcastTo } from "../shape/broadcast.ts";

export const dtypes: Readonly<Record<string, DType>> = {
  f8: "float64",
  f4: "float32",
  i4: "int32",
  u1: "uint8",
  b1: "bool",
};

/** An array from `"@dtype shape seed flavour view..."`. */
export function operand(text: string): NDArray {
  const [code, dims, seed, flavour, ...views] = text.slice(1).split(" ");
  const shape = dims === "-" ? [] : dims.split(",").map(Number);
  const size = shape.reduce((product, n) => product * n, 1);
  const values = Array.from({ length: size }, (_, i) => {
    const k = (i * 7919 + ((i * i) % 13) * 31 + Number(seed) * 104729) % 251;
    return element(code, flavour, k);
  });
  let a = array(values, { dtype: dtypes[code] }).reshape(shape);
  for (const view of views) {
    if (view === "T") a = a.T;
    else if (view.startsWith("b")) a = broadcastTo(a, view.slice(1).split(",").map(Number));
    else a = a.at(...view.slice(1, -1).split(",").map(entry));
  }
  return a;
}

function entry(text: string): Index {
  return /^-?\d+$/.test(text) ? Number(text) : text === "..." || parseSlice(text) ? text : null;
}

const special = [NaN, Infinity, -Infinity, -0, 0];

function element(code: string, flavour: string, k: number): number {
  const isFloat = code.startsWith("f");
  switch (flavour[0]) {
    case "n":
      return isFloat ? (k - 125) / 8 : code === "b1" ? k % 2 : code === "u1" ? k : k - 125;
    case "p":
      return isFloat ? (k + 1) / 16 : code === "b1" ? k % 2 : code === "i4" ? k + 1 : (k % 250) + 1;
    case "u":
      return (k - 125) / 128;
    case "q":
      return k / 250;
    case "z":
      return k % 4;
    case "s":
      return special[k % 7] ?? (k - 125) / 8;
    case "b":
      if (isFloat) return (k - 125) * 2 ** ((k % 40) - 20);
      return code === "u1" ? k : Math.imul(k - 125, 16777259);
    case "x": {
      const n = Number(flavour.slice(1));
      return (k % (2 * n)) - n;
    }
    default:
      throw new Error(`no flavour ${flavour}`);
  }
}

/** An array with its values written out. */
export interface Values {
  readonly values: readonly (number | string)[];
  readonly dtype: string;
  readonly shape: readonly number[];
}

export function fromValues({ values, dtype, shape }: Values): NDArray {
  return array(values.map(readNumber)).astype(dtypes[dtype]).reshape(shape);
}

const names: Readonly<Record<string, number>> = { nan: NaN, inf: Infinity, "-inf": -Infinity };

/** JSON has no NaN and no infinities. */
export function readNumber(value: number | string): number {
  return typeof value === "number" ? value : (names[value] ?? Number(value));
}
