import { randomGenerator } from "@ml-roadmap/ndarray";

const good =
  "good great wonderful brilliant lovely excellent charming superb delightful perfect funny moving warm".split(
    " ",
  );
const bad =
  "bad awful terrible dull boring dreadful poor ugly weak horrible clumsy cold broken".split(" ");
const things =
  "film book story meal room game song phone trip course plot cast ending service view jacket".split(
    " ",
  );
const frames = [
  "the TH was AD",
  "a truly AD TH",
  "what a AD TH",
  "AD TH from start to end",
  "i found the TH AD",
  "the TH is AD and the TH2 is AD2",
  "AD, AD2, simply AD",
  "we thought it was a AD TH, and the TH2 was AD2 too",
];
const negated = [
  "the TH was not AD",
  "not a AD TH at all",
  "this TH is never AD",
  "there is nothing AD in this TH",
];

/** Sentences with a sentiment that their words decide, some of them negated; label 1 is positive. */
export function madeUpReviews(count: number, seed: number): { text: string; label: number }[] {
  const random = randomGenerator(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random.random() * list.length)];
  return Array.from({ length: count }, () => {
    const turned = random.random() < 0.25;
    const label = random.random() < 0.5 ? 1 : 0;
    const words = (label === 1) === turned ? bad : good;
    const text = pick(turned ? negated : frames)
      .replace("AD2", pick(words))
      .replaceAll("AD", () => pick(words))
      .replace("TH2", pick(things))
      .replaceAll("TH", () => pick(things));
    return { text, label };
  });
}
