import type { BehaviourTest, Polarity } from "./behaviour-test.ts";

const things = [
  "film",
  "book",
  "meal",
  "hotel",
  "phone",
  "game",
  "album",
  "coat",
  "trip",
  "course",
];
const good = ["good", "wonderful", "excellent", "lovely", "great", "enjoyable"];
const bad = ["bad", "terrible", "awful", "boring", "horrible", "disappointing"];

/** Each thing with two of the words, all words equally often. */
function pairs<Made>(
  words: readonly string[],
  make: (thing: string, word: string) => Made,
): Made[] {
  return things.flatMap((thing, i) =>
    [0, 1].map((more) => make(thing, words[(2 * i + more) % words.length])),
  );
}

function withArticle(word: string): string {
  return `${/^[aeiou]/u.test(word) ? "an" : "a"} ${word}`;
}

function known(texts: readonly string[], polarity: Polarity) {
  return texts.map((text) => ({ text, polarity }));
}

/** Behavioural tests of sentiment in English reviews; the sentences were written for this course. */
export const sentimentTests: readonly BehaviourTest[] = [
  {
    name: "plain words",
    kind: "minimum functionality",
    description: "A sentence with one clear word of praise or blame.",
    cases: [
      ...known(
        pairs(good, (thing, word) => `The ${thing} was ${word}.`),
        "positive",
      ),
      ...known(
        pairs(bad, (thing, word) => `The ${thing} was ${word}.`),
        "negative",
      ),
    ],
  },
  {
    name: "opinions as verbs",
    kind: "minimum functionality",
    description: "Praise or blame said by what one did or would do.",
    cases: [
      ...known(
        things.flatMap((thing) => [
          `I loved this ${thing}.`,
          `I would recommend this ${thing} to everyone.`,
        ]),
        "positive",
      ),
      ...known(
        things.flatMap((thing) => [
          `I hated this ${thing}.`,
          `I regret every penny I spent on this ${thing}.`,
        ]),
        "negative",
      ),
    ],
  },
  {
    name: "negation flips praise",
    kind: "direction",
    description: 'A "not" before the praise turns the answer round.',
    cases: pairs(good, (thing, word) => ({
      text: `The ${thing} was ${word}.`,
      opposite: `The ${thing} was not ${word}.`,
      polarity: "positive",
    })),
  },
  {
    name: "negation flips blame",
    kind: "direction",
    description: 'A "not ... at all" round the blame turns the answer round.',
    cases: pairs(bad, (thing, word) => ({
      text: `The ${thing} was ${word}.`,
      opposite: `The ${thing} was not ${word} at all.`,
      polarity: "negative",
    })),
  },
  {
    name: "negation at a distance",
    kind: "minimum functionality",
    description: "The negation stands far from the word that it turns round.",
    cases: [
      ...known(
        pairs(
          good,
          (thing, word) => `I can't say that anyone I know thought the ${thing} was ${word}.`,
        ),
        "negative",
      ),
      ...known(
        pairs(
          bad,
          (thing, word) => `Nobody in our whole group would ever call this ${thing} ${word}.`,
        ),
        "positive",
      ),
    ],
  },
  {
    name: "the last word counts",
    kind: "minimum functionality",
    description: 'After a "but" comes what the reviewer thinks in the end.',
    cases: [
      ...known(
        things.map(
          (thing, i) =>
            `I expected ${withArticle(bad[i % bad.length])} ${thing}, but it was ${good[i % good.length]}.`,
        ),
        "positive",
      ),
      ...known(
        things.map(
          (thing, i) =>
            `I expected ${withArticle(good[i % good.length])} ${thing}, but it was ${bad[i % bad.length]}.`,
        ),
        "negative",
      ),
    ],
  },
  {
    name: "then and now",
    kind: "minimum functionality",
    description: "What one thinks now counts, not what one thought.",
    cases: [
      ...known(
        things.map((thing) => `At first I hated this ${thing}, now I love it.`),
        "positive",
      ),
      ...known(
        things.map((thing) => `At first I loved this ${thing}, now I hate it.`),
        "negative",
      ),
    ],
  },
  {
    name: "names swapped",
    kind: "invariance",
    description: "Who said it or where it was does not change what it says.",
    cases: [
      "NAME told me that this was the best evening of the year.",
      "We went with NAME and none of us enjoyed it.",
      "NAME fell asleep half way through, and I was close to it.",
      "Even NAME, who complains about everything, was delighted.",
      "The staff were rude to NAME from the moment we arrived.",
      "NAME and I laughed until we cried.",
      "I bought it for NAME, and it broke within a week.",
      "NAME finished it in one sitting and started again.",
    ].map((template) => {
      const [text, ...variants] = [
        "Anna",
        "John",
        "Fatima",
        "Wei",
        "Olga",
        "Carlos",
        "Aisha",
        "Kwame",
      ].map((name) => template.replace("NAME", name));
      return { text, variants };
    }),
  },
];
