import { loadImdb } from "@ml-roadmap/datasets";

/** All IMDB reviews that the course may learn from, without their labels: 25,000 + 50,000. */
export async function* filmReviews(signal?: AbortSignal): AsyncGenerator<string, void, undefined> {
  const imdb = await loadImdb(signal && { signal });
  for await (const { text } of imdb.labelled()) yield text;
  for await (const { text } of imdb.unlabelled()) yield text;
}

/** How many `filmReviews` gives. */
export const filmReviewCount = 75_000;
