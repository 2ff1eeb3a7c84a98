import { describe, expect, test } from "vitest";
import { hashed } from "../testing/hashed.ts";
import { adamw, sgd } from "./optimizer.ts";
import type { Optimizer } from "./optimizer.ts";
import { RowGradients } from "./row-gradients.ts";
import { allocateSlots } from "./slot.ts";
import type { Slot } from "./slot.ts";
import { sumOfSquares, updateParameter } from "./update.ts";

const floats = (seed: number, count: number): Float32Array =>
  Float32Array.from(hashed(seed, count));

function slotOf(shape: readonly number[], optimizer: Optimizer): Slot {
  const [slot] = allocateSlots([{ name: "w", shape }], optimizer);
  slot.weights.set(floats(1, slot.weights.length));
  return slot;
}

const step = { learningRate: 0.01, gradientScale: 0.5 };

/** One number through 5 steps, by the formulas in double precision. */
function naive(optimizer: Optimizer, weight: number, gradients: readonly number[]): number {
  let [p, m, v] = [weight, 0, 0];
  for (const [i, gradient] of gradients.entries()) {
    const lr = step.learningRate;
    const g = gradient * step.gradientScale;
    if (optimizer.kind === "adamw") {
      const { beta1, beta2, epsilon, weightDecay } = optimizer;
      m = beta1 * m + (1 - beta1) * g;
      v = beta2 * v + (1 - beta2) * g * g;
      const root = Math.sqrt(v / (1 - beta2 ** (i + 1))) + epsilon;
      p = p * (1 - lr * weightDecay) - (lr * (m / (1 - beta1 ** (i + 1)))) / root;
    } else {
      const decayed = g + optimizer.weightDecay * p;
      m = optimizer.momentum * m + decayed;
      p -= lr * (optimizer.nesterov ? decayed + optimizer.momentum * m : m);
    }
  }
  return p;
}

const optimizers: Record<string, Optimizer> = {
  adamw: adamw({ weightDecay: 0.1 }),
  "adamw without decay": adamw({ weightDecay: 0 }),
  sgd: sgd({ weightDecay: 0.1 }),
  momentum: sgd({ momentum: 0.9, weightDecay: 0.1 }),
  nesterov: sgd({ momentum: 0.9, nesterov: true }),
};

describe("updateParameter(slot, gradient, step)", () => {
  for (const [name, optimizer] of Object.entries(optimizers)) {
    for (const size of [1, 7, 64, 16384, 40001]) {
      test(`updateParameter(...) does 5 steps of ${name} on ${size} numbers as the formulas do`, () => {
        const slot = slotOf([size], optimizer);
        const before = slot.weights.slice();
        const gradients = [2, 3, 4, 5, 6].map((seed) => floats(seed, size));
        for (const [i, gradient] of gradients.entries()) {
          updateParameter(slot, gradient, { ...step, optimizer, number: i + 1 });
        }
        for (const i of [0, size >> 1, size - 1]) {
          const expected = naive(
            optimizer,
            before[i],
            gradients.map((gradient) => gradient[i]),
          );
          expect(Math.abs(slot.weights[i] - expected)).toBeLessThan(2e-6);
        }
      });
    }
  }
});

test("sumOfSquares(slot, gradient) adds up in double precision", () => {
  for (const size of [1, 255, 257, 100_003]) {
    const gradient = floats(9, size);
    const expected = gradient.reduce((sum, value) => sum + value * value, 0);
    expect(sumOfSquares(slotOf([4], sgd()), gradient) / expected).toBeCloseTo(1, 6);
  }
});

describe("new RowGradients(slot)", () => {
  for (const [name, optimizer] of Object.entries(optimizers)) {
    for (const width of [8, 6]) {
      test(`RowGradients.update(step) equals the dense update: ${name}, rows of ${width}`, () => {
        const [rowsSlot, denseSlot] = [
          slotOf([50, width], optimizer),
          slotOf([50, width], optimizer),
        ];
        const table = new RowGradients(rowsSlot);
        for (let number = 1; number <= 6; number += 1) {
          // Ids repeat within a batch; some rows come back later, most never come.
          const ids = Array.from(hashed(number, 12), (u) => Math.floor((u + 1) * 8));
          const gradients = floats(100 + number, ids.length * width);
          const dense = new Float32Array(50 * width);
          for (const [i, id] of ids.entries()) {
            for (let column = 0; column < width; column += 1) {
              dense[id * width + column] += Math.fround(gradients[i * width + column]);
            }
          }
          table.scatterAdd(ids, gradients, 1);
          expect(table.sumOfSquares()).toBeCloseTo(sumOfSquares(denseSlot, dense), 4);
          const all = { ...step, optimizer, number };
          table.update(all);
          updateParameter(denseSlot, dense, all);
        }
        expect(rowsSlot.weights).toEqual(denseSlot.weights);
        expect(rowsSlot.moments).toEqual(denseSlot.moments);
      });
    }
  }

  test("RowGradients.gather(ids, into) copies rows", () => {
    const slot = slotOf([5, 3], sgd());
    const into = new Float32Array(6);
    new RowGradients(slot).gather(BigInt64Array.of(4n, 0n), into);
    expect([...into]).toEqual([...slot.weights.subarray(12, 15), ...slot.weights.subarray(0, 3)]);
    expect(() => new RowGradients(slot).gather([5], into)).toThrow(
      "id 5 is outside w, which has 5",
    );
    expect(() => new RowGradients(slot).gather([-1], into)).toThrow("id -1 is outside w");
  });
});

test("allocateSlots(parameters) needs another memory when one is full, and refuses what fits into none", () => {
  const shape = [30000, 12000];
  const slots = allocateSlots(
    [
      { name: "a", shape },
      { name: "b", shape: [4] },
    ],
    sgd(),
  );
  expect(slots[0].arena).toBe(slots[1].arena);
  const two = allocateSlots(
    [
      { name: "a", shape: [20000, 20000] },
      { name: "b", shape: [20000, 20000] },
      { name: "c", shape: [20000, 20000] },
    ],
    sgd(),
  );
  expect(new Set(two.map(({ arena }) => arena)).size).toBe(2);
  expect(() => allocateSlots([{ name: "huge", shape: [30000, 12000] }], adamw())).toThrow(
    /train: huge of shape \[30000, 12000\] and its moments need 4320000000 bytes, one WebAssembly/,
  );
});
