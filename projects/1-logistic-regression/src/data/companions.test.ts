import "@ml-roadmap/testing/matchers";
import { expect, test } from "vitest";
import { companionFeatures, fitCompanions, type Traveller } from "./companions.ts";

const traveller = (ticket: string, family: string, isWomanOrChild: boolean): Traveller => ({
  ticket,
  family,
  isWomanOrChild,
});

// Women and children survive at 3/4, men at 1/2.
const travellers = [
  traveller("A", "Sage (3)", true),
  traveller("A", "Sage (3)", true),
  traveller("A", "Sage (3)", false),
  traveller("B", "", true),
  traveller("C", "Brown (2)", true),
  traveller("D", "", false),
];
const survived = [1, 1, 0, 0, 1, 1];
const companions = fitCompanions(travellers, survived);

test("fitCompanions(travellers, survived) learns the survival rates of the two kinds", () => {
  expect(companions.rates).toEqual({ womenAndChildren: 0.75, men: 0.5 });
});

test("companionFeatures(companions, traveller) sums how much better the others on the ticket fared than their kind", () => {
  const { party, survival } = companionFeatures(companions, traveller("A", "", true));
  expect(party).toBe(4);
  expect(survival).toBeAllClose((0.25 + 0.25 - 0.5) / 4, { atol: 1e-15 });
});

test("companionFeatures(companions, traveller, survived) leaves a passenger of the training part out", () => {
  const own = companionFeatures(companions, travellers[0], survived[0]);
  expect(own.party).toBe(3);
  expect(own.survival).toBeAllClose((0.25 - 0.5) / 3, { atol: 1e-15 });
  // Had he drowned, the others would tell the same but for the change of his kind's rate.
  const changed = fitCompanions(travellers, [0, 1, 0, 0, 1, 1]);
  const other = companionFeatures(changed, travellers[0], 0);
  expect(other.survival).toBeAllClose((1 - 0.5 + (0 - 0.5)) / 3, { atol: 1e-15 });
});

test("companionFeatures(companions, traveller) asks the family where nobody else has the ticket", () => {
  const { party, survival } = companionFeatures(companions, traveller("Z", "Sage (3)", true));
  expect(party).toBe(1);
  expect(survival).toBeAllClose(0, { atol: 1e-15 });
  expect(companionFeatures(companions, traveller("Z", "Brown (2)", true)).survival).toBeAllClose(
    0.25 / 2,
    { atol: 1e-15 },
  );
});

test("companionFeatures(companions, traveller) is 0 for who travels alone, and for no ticket at all", () => {
  expect(companionFeatures(companions, traveller("Z", "", false))).toEqual({
    party: 1,
    survival: 0,
  });
  expect(companionFeatures(companions, traveller("", "", false))).toEqual({
    party: 1,
    survival: 0,
  });
  expect(companionFeatures(companions, traveller("toString", "constructor", false)).survival).toBe(
    0,
  );
});
