import type { PlacedReview } from "./reviews/parse-reviews.ts";
import type { Review, ReviewSplit } from "./reviews/review.ts";

export interface Reviews {
  readonly kind: "embedded";
  /** One sentence: which data these are and why. */
  readonly description: string;
  readonly train: readonly Review[];
  readonly validation: readonly Review[];
  readonly test: readonly Review[];
}

export interface ReviewsOptions {
  /** "embedded" (default): the reviews that come with the course. SST-2 and IMDB have loaders of their own. */
  readonly source?: "embedded";
}

/**
 * Original review sentences written for this course, balanced, from ten domains, each tagged with
 * its domain and what makes it hard. The split is fixed, stratified by label and domain; the order
 * is that of the files, so shuffle before training. Needs no network.
 */
export async function loadReviews(_options: ReviewsOptions = {}): Promise<Reviews> {
  // Loaded only now: most programs that use this package want other data.
  const { corpus } = await import("./reviews/corpus.ts");
  const placed = corpus();
  const part = (name: ReviewSplit) =>
    placed.filter(({ split }) => split === name).map(withoutSplit);
  const [train, validation, test] = [part("train"), part("validation"), part("test")];
  const sizes = `${train.length.toLocaleString("en-US")} + ${validation.length} + ${test.length}`;
  const description = `Using ${placed.length.toLocaleString("en-US")} review sentences (${sizes} for training, validation and test), which come with the course.`;
  return { kind: "embedded", description, train, validation, test };
}

function withoutSplit({ text, label, domain, phenomenon }: PlacedReview): Review {
  return { text, label, domain, phenomenon };
}
