import { DataFormatError } from "../text/format-error.ts";
import {
  type Review,
  type ReviewDomain,
  reviewPhenomena,
  type ReviewPhenomenon,
  type ReviewSplit,
  reviewSplits,
} from "./review.ts";

export interface PlacedReview extends Review {
  readonly split: ReviewSplit;
}

const expected = `"split sign phenomenon text" with ${reviewSplits.join("|")}, + or -, ${reviewPhenomena.join("|")}`;

/** Reads one review a line, such as `test + negation Not bad at all.`; empty lines count but are skipped. Throws DataFormatError. */
export function parseReviews(domain: ReviewDomain, lines: string): PlacedReview[] {
  return lines.split("\n").flatMap((line, index) => {
    if (line === "") return [];
    const [, splitWord, sign, phenomenonWord, text] =
      /^(\w+) ([+-]) (\w+) (\S.*\S)$/.exec(line) ?? [];
    const split = reviewSplits.find((name) => name === splitWord);
    const phenomenon: ReviewPhenomenon | undefined = reviewPhenomena.find(
      (name) => name === phenomenonWord,
    );
    if (split === undefined || phenomenon === undefined || text === undefined) {
      throw new DataFormatError(`reviews/${domain}`, index + 1, expected, line);
    }
    return [{ text, label: sign === "+" ? 1 : 0, domain, phenomenon, split }];
  });
}
