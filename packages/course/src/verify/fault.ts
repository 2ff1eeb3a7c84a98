/** The promises that every phase keeps, in the order in which they are looked at. */
export const rules = [
  { name: "markers", promise: "regions are well formed, and each belongs to a step of phase.json" },
  {
    name: "functions",
    promise: "a region stands in one function's body, the one phase.json names",
  },
  { name: "lessons", promise: "every step has a lesson page with its sections and three hints" },
  { name: "variants", promise: "every step has two wrong answers, each with its misconception" },
  { name: "starter", promise: "the starter compiles to the same bytes twice and type-checks" },
  { name: "exports", promise: "starter and reference export the same API" },
  { name: "reference", promise: "every test passes on the reference, and every step has tests" },
  {
    name: "todo",
    promise: "a step's tests fail on the starter with its own Todo, and nothing else fails",
  },
  { name: "mutants", promise: "every wrong answer is noticed by its own step's tests" },
  { name: "alternatives", promise: "a right answer that differs from the reference passes" },
  { name: "secrets", promise: "no answer can be read in the starter" },
  { name: "standalone", promise: "the starter runs alone, in an empty folder with an empty home" },
] as const;

export type Rule = (typeof rules)[number]["name"];

/** A promise that is broken: which, where, and what to do. */
export interface Fault {
  readonly rule: Rule;
  readonly message: string;
}
