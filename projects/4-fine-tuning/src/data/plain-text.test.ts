import { expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

test.each([
  ["it does n't work , sadly .", "it doesn't work, sadly."],
  ["you ca n't and wo n't", "you can't and won't"],
  ["it 's what they 've made ; we 'll see", "it's what they've made; we'll see"],
  ["'s a charming film", "'s a charming film"],
  ["n't bad", "n't bad"],
  ["of the '60s and '70s", "of the '60s and '70s"],
  ["waste viewers ' time", "waste viewers ' time"],
  ["-lrb- a -rrb- shapeless blob", "(a) shapeless blob"],
  ["music , -LRB- Jones -RRB- ...", "music, (Jones) ..."],
  ["gets lrb sci fi rrb rehash", "gets (sci fi) rehash"],
  ["calvin jr. 's barbershop and a cliché 's end", "calvin jr.'s barbershop and a cliché's end"],
  ["-lsb- sic -rsb- and -lcb- x -rcb-", "[sic] and {x}"],
  ["its `` picture '' and ` frame '", "its \" picture \" and ' frame '"],
  ["marine\\/legal mystery", "marine/legal mystery"],
  ["can not ; you 're gon na , wan na and got ta", "cannot; you're gonna, wanna and gotta"],
  ["a $ 99 bargain , 100 % fun -- or not ?", "a $99 bargain, 100% fun -- or not?"],
  ["at 10 : 30", "at 10: 30"],
  ["a film like any other", "a film like any other"],
  ["", ""],
])("%j is %j", (treebank, plain) => {
  expect(plainText(treebank)).toBe(plain);
});

test("what is plain already stays as it is", () => {
  const text = "It isn't \"great\" (or even good): they've cannot, won't... 5%!";
  expect(plainText(text)).toBe(text);
});
