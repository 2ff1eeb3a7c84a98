import type { Example } from "../data/example.ts";
import { csrOf, type Csr } from "./csr.ts";
import { termsOf } from "./terms.ts";

type Text = Pick<Example, "text" | "pair">;

/** The column of each term. */
export type Vocabulary = ReadonlyMap<string, number>;

/** The terms that occur in at least `minDf` of these texts, columns in order of first appearance. */
export function learnVocabulary(texts: readonly Text[], minDf = 1): Vocabulary {
  const documents = new Map<string, number>();
  for (const text of texts) {
    for (const term of new Set(termsOf(text))) documents.set(term, (documents.get(term) ?? 0) + 1);
  }
  const vocabulary = new Map<string, number>();
  for (const [term, count] of documents) {
    if (count >= minDf) vocabulary.set(term, vocabulary.size);
  }
  return vocabulary;
}

/** How often each term of the vocabulary (D) occurs in each text: (N, D). Other terms are not counted. */
export function countTerms(texts: readonly Text[], vocabulary: Vocabulary): Csr {
  const rows = texts.map((text) => {
    const counts = new Map<number, number>();
    for (const term of termsOf(text)) {
      const column = vocabulary.get(term);
      if (column !== undefined) counts.set(column, (counts.get(column) ?? 0) + 1);
    }
    return counts;
  });
  return csrOf(rows, vocabulary.size);
}
