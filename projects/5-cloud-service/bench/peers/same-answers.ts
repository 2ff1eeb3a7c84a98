import type { Request } from "@ml-roadmap/bench";
import { z } from "zod";

const answer = z.object({ scores: z.record(z.string(), z.number()) });

/** Throws unless a server gives these texts the scores that are expected, to within `tolerance` in the mean. */
export const sameAnswers =
  (requests: readonly Request[], expected: readonly number[][], tolerance: number) =>
  async (url: string): Promise<void> => {
    let sum = 0;
    for (const [i, { path, body, headers }] of requests.entries()) {
      const found = await fetch(url + path, { method: "POST", headers, body });
      const { scores } = answer.parse(await found.json());
      sum += Math.max(...Object.values(scores).map((score, k) => Math.abs(score - expected[i][k])));
    }
    const difference = sum / requests.length;
    if (!(difference <= tolerance)) {
      throw new Error(`${url}: scores differ by ${difference} in the mean, expected ${tolerance}`);
    }
  };
