import { films1 } from "./films-1.ts";
import { parseReviews, type PlacedReview } from "./parse-reviews.ts";

/** Every embedded review, domain by domain. */
export function corpus(): PlacedReview[] {
  return [...parseReviews("films", films1)];
}
