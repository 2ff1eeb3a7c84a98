import * as fc from "fast-check";
import { expect, it } from "vitest";
import { add, arange, squeeze, sum } from "./index.ts";
import { build, shapes, slice, steps } from "./views.test.helper.ts";

it("at, swapaxes, flip, expandDims and reshape chained give the elements that a naive model gives", () => {
  fc.assert(
    fc.property(shapes, steps, (shape, chain) => {
      const { base, view, model } = build(shape, chain);
      expect(view.shape).toEqual(model.shape);
      expect(Array.from(view.toTyped())).toEqual(model.ids);
      expect(view.data).toBe(base.data);
    }),
    { numRuns: 1500 },
  );
});

it("set through a chain of views changes exactly the elements that the view shows", () => {
  fc.assert(
    fc.property(shapes, steps, (shape, chain) => {
      const { base, view, model } = build(shape, chain);
      view.set(-1);
      const shown = new Set(model.ids);
      const expected = Array.from({ length: base.size }, (_, i) => (shown.has(i) ? -1 : i));
      expect(Array.from(base.toTyped())).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

it("add, sum and reshape of a view equal those of its copy", () => {
  fc.assert(
    fc.property(shapes, steps, (shape, chain) => {
      const { view } = build(shape, chain);
      const copy = view.copy();
      expect(add(view, view).toArray()).toEqual(add(copy, copy).toArray());
      expect(sum(view)).toBe(sum(copy));
      for (let axis = 0; axis < view.ndim; axis++) {
        expect(sum(view, { axis }).toArray()).toEqual(sum(copy, { axis }).toArray());
      }
      expect(view.reshape(-1).toArray()).toEqual(copy.reshape(-1).toArray());
      expect(squeeze(view).toArray()).toEqual(squeeze(copy).toArray());
    }),
    { numRuns: 500 },
  );
});

it("set with overlapping views of one array reads every element before it is overwritten", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), slice, slice, (n, to, from) => {
      const a = arange(n);
      const source = a.at(from);
      const target = a.at(to);
      fc.pre(source.size === target.size);
      const expected = a.copy();
      expected.set(source.copy(), to);
      target.set(source);
      expect(a.toArray()).toEqual(expected.toArray());
    }),
    { numRuns: 500 },
  );
});
