import type { LabelledText } from "../text/labelled-text.ts";

/** What a review is about. */
export const reviewDomains = [
  "films",
  "books",
  "restaurants",
  "hotels",
  "gadgets",
  "games",
  "music",
  "clothing",
  "travel",
  "courses",
] as const;
export type ReviewDomain = (typeof reviewDomains)[number];

/**
 * What makes a review easy or hard to judge. plain: says it outright. negation: turns on a "not", a
 * "never", a "without". contrast: says both, one side wins. irony: means the opposite of its words.
 * comparison: judges beside something else. understatement: says less than it means.
 */
export const reviewPhenomena = [
  "plain",
  "negation",
  "contrast",
  "irony",
  "comparison",
  "understatement",
] as const;
export type ReviewPhenomenon = (typeof reviewPhenomena)[number];

export const reviewSplits = ["train", "validation", "test"] as const;
export type ReviewSplit = (typeof reviewSplits)[number];

export interface Review extends LabelledText {
  readonly domain: ReviewDomain;
  readonly phenomenon: ReviewPhenomenon;
}
