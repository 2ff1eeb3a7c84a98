import { expect, test } from "vitest";
import { Random } from "./random.ts";

test("draw(words) gives what as many calls of bits() give, and goes on from there", () => {
  const [one, other] = [new Random(3), new Random(3)];
  const words = new Uint32Array(1000);
  one.draw(words);
  expect(words).toEqual(Uint32Array.from(words, () => other.bits()));
  expect(one.state).toEqual(other.state);
});

test("bits() are the generator's: its authors' C program, from the state 1, 2, 3, 4", () => {
  const random = new Random(0);
  random.state = [1, 2, 3, 4];
  expect([1, 2, 3, 4, 5].map(() => random.bits())).toEqual([
    11520, 0, 5927040, 70819200, 2031721883,
  ]);
});
