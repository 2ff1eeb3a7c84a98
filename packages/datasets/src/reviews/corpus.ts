import { books } from "./books.ts";
import { clothing } from "./clothing.ts";
import { courses } from "./courses.ts";
import { films1 } from "./films-1.ts";
import { films2 } from "./films-2.ts";
import { films3 } from "./films-3.ts";
import { gadgets } from "./gadgets.ts";
import { games } from "./games.ts";
import { hotels } from "./hotels.ts";
import { music } from "./music.ts";
import { parseReviews, type PlacedReview } from "./parse-reviews.ts";
import { restaurants } from "./restaurants.ts";
import { type ReviewDomain, reviewDomains } from "./review.ts";
import { travel } from "./travel.ts";

const films = films1 + films2 + films3;
const lines: Readonly<Record<ReviewDomain, string>> = {
  films,
  books,
  restaurants,
  hotels,
  gadgets,
  games,
  music,
  clothing,
  travel,
  courses,
};

/** Every embedded review, domain by domain. */
export function corpus(): PlacedReview[] {
  return reviewDomains.flatMap((domain) => parseReviews(domain, lines[domain]));
}
