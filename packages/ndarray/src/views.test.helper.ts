import * as fc from "fast-check";
import type { NDArray } from "./index.ts";
import { arange, expandDims, flip, swapaxes } from "./index.ts";
import type { Index } from "./index.ts";

/** A naive array: the shape and, for each index in C order, the position in the original one. */
interface Model {
  readonly shape: readonly number[];
  readonly ids: readonly number[];
}

type Step =
  | { readonly kind: "index"; readonly entries: readonly (number | string | null)[] }
  | { readonly kind: "swap" | "flip" | "expand"; readonly first: number; readonly second: number }
  | { readonly kind: "flatten" };

function indicesOf(shape: readonly number[]): number[][] {
  return shape.reduce<number[][]>(
    (found, n) => found.flatMap((head) => Array.from({ length: n }, (_, i) => [...head, i])),
    [[]],
  );
}

/** The model of another shape whose index leads to an index of the first. */
function mapped(
  { shape, ids }: Model,
  newShape: readonly number[],
  source: (index: readonly number[]) => readonly number[],
): Model {
  const position = (index: readonly number[]): number =>
    index.reduce((total, i, axis) => total * shape[axis] + i, 0);
  return {
    shape: newShape,
    ids: indicesOf(newShape).map((index) => ids[position(source(index))]),
  };
}

/** Python's rule for a slice, written out by walking. */
function slicePositions(text: string, n: number): number[] {
  const [start, stop, step] = text
    .split(":")
    .map((part) => (part === "" ? undefined : Number(part)));
  const by = step ?? 1;
  const clamp = (i: number): number =>
    Math.max(by > 0 ? 0 : -1, Math.min(i < 0 ? i + n : i, by > 0 ? n : n - 1));
  const first = start === undefined ? (by > 0 ? 0 : n - 1) : clamp(start);
  const end = stop === undefined ? (by > 0 ? n : -1) : clamp(stop);
  const found: number[] = [];
  for (let i = first; by > 0 ? i < end : i > end; i += by) found.push(i);
  return found;
}

function applyIndex(model: Model, entries: readonly (number | string | null)[]): Model {
  const newShape: number[] = [];
  const reads: ((index: readonly number[]) => number)[] = [];
  for (const entry of entries) {
    const place = newShape.length;
    if (entry === null) newShape.push(1);
    else if (typeof entry === "number") {
      const n = model.shape[reads.length];
      reads.push(() => (entry < 0 ? entry + n : entry));
    } else {
      const positions = slicePositions(entry, model.shape[reads.length]);
      newShape.push(positions.length);
      reads.push((index) => positions[index[place]]);
    }
  }
  while (reads.length < model.shape.length) {
    const place = newShape.length;
    newShape.push(model.shape[reads.length]);
    reads.push((index) => index[place]);
  }
  return mapped(model, newShape, (index) => reads.map((read) => read(index)));
}

/** One step on the array and on its model; steps that do not fit leave both as they are. */
function apply(a: NDArray, model: Model, step: Step): [NDArray, Model] {
  const { shape } = model;
  if (step.kind === "flatten") {
    // Only a contiguous array stays a view here.
    if (!a.isContiguous) return [a, model];
    return [a.reshape(-1), { shape: [model.ids.length], ids: model.ids }];
  }
  if (step.kind === "index") {
    const wanted = step.entries.filter((entry) => entry !== null).length;
    const fits = wanted <= shape.length;
    let axis = 0;
    const entries = step.entries.map((entry) => {
      if (entry === null) return entry;
      const n = shape[axis++];
      return typeof entry === "number" && !(entry >= -n && entry < n) ? ":" : entry;
    });
    if (!fits) return [a, model];
    return [a.at(...(entries satisfies Index[])), applyIndex(model, entries)];
  }
  if (step.kind === "expand") {
    const place = step.first % (shape.length + 1);
    const newShape = shape.toSpliced(place, 0, 1);
    return [expandDims(a, place), mapped(model, newShape, (index) => index.toSpliced(place, 1))];
  }
  if (shape.length === 0) return [a, model];
  const first = step.first % shape.length;
  const second = step.second % shape.length;
  if (step.kind === "flip") {
    const n = shape[first];
    return [
      flip(a, first),
      mapped(model, shape, (index) => index.with(first, n - 1 - index[first])),
    ];
  }
  const newShape = shape.with(first, shape[second]).with(second, shape[first]);
  const swap = (index: readonly number[]): number[] =>
    index.with(first, index[second]).with(second, index[first]);
  return [swapaxes(a, first, second), mapped(model, newShape, swap)];
}

const bound = fc.option(fc.integer({ min: -6, max: 6 }), { nil: "" });
export const slice = fc
  .tuple(bound, bound, fc.constantFrom("", 1, 2, 3, -1, -2, -3))
  .map(([start, stop, step]) => `${start}:${stop}:${step}`);
const entry = fc.oneof(
  { weight: 3, arbitrary: slice },
  { weight: 1, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("index" as const),
      entries: fc.array(entry, { maxLength: 4 }),
    }),
  },
  fc.record({
    kind: fc.constantFrom("swap" as const, "flip" as const, "expand" as const),
    first: fc.nat(5),
    second: fc.nat(5),
  }),
  fc.constant({ kind: "flatten" as const }),
);
export const steps = fc.array(step, { maxLength: 5 });
export const shapes = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 4 });

/** An array, a view of it by random steps, and the naive model of the view. */
export function build(
  shape: readonly number[],
  chain: readonly Step[],
): { base: NDArray; view: NDArray; model: Model } {
  const size = shape.reduce((product, n) => product * n, 1);
  const base = arange(size).reshape(shape);
  let view = base;
  let model: Model = { shape, ids: Array.from({ length: size }, (_, i) => i) };
  for (const one of chain) [view, model] = apply(view, model, one);
  return { base, view, model };
}
