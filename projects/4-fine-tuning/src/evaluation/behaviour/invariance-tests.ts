import { randomGenerator } from "@ml-roadmap/ndarray";
import type { BehaviourTest } from "./behaviour-test.ts";
import { careless, withAside, withTypo } from "./perturbations.ts";

/** Tests for any task: what must not change the answer on these texts, of which at most `most` are drawn. Seeded. */
export function invarianceTests(
  texts: readonly string[],
  most: number,
  seed: number,
): BehaviourTest[] {
  const random = randomGenerator(seed);
  const order = random.permutation(texts.length).toTyped();
  const drawn = Array.from(order.subarray(0, most), (row) => texts[row]);
  const test = (
    name: string,
    description: string,
    change: (text: string) => string | undefined,
  ): BehaviourTest => ({
    name,
    kind: "invariance",
    description,
    cases: drawn.flatMap((text) => {
      const variant = change(text);
      return variant === undefined || variant === text ? [] : [{ text, variants: [variant] }];
    }),
  });
  return [
    test("typos", "Two neighbouring letters of one word are swapped.", (text) =>
      withTypo(text, random),
    ),
    test("an aside", "A sentence is added that says nothing about the matter.", (text) =>
      withAside(text, random),
    ),
    test("careless typing", "No capitals, no full stop, doubled spaces.", careless),
  ];
}
