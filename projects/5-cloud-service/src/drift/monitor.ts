import { ks, psi } from "./distance.ts";
import type { Observation } from "./observation.ts";
import { countLabels, histogram, type Reference } from "./reference.ts";

/** How far what comes now is from the reference. */
export interface Drift {
  /** Texts that were compared. */
  texts: number;
  psi: { tokens: number; label: number; score: number };
  ks: { tokens: number };
  unknownRate: number;
}

/** Remembers the last texts of a model, and compares them with its reference. */
export class DriftMonitor {
  readonly #reference: Reference;
  readonly #window: number;
  readonly #least: number;
  readonly #observations: Observation[] = [];
  #next = 0;

  /**
   * @param window texts that are remembered
   * @param least texts below which nothing is said: a handful always looks strange
   */
  constructor(reference: Reference, { window = 1000, least = 100 } = {}) {
    this.#reference = reference;
    this.#window = window;
    this.#least = least;
  }

  add(observations: readonly Observation[]): void {
    for (const one of observations) {
      this.#observations[this.#next] = one;
      this.#next = (this.#next + 1) % this.#window;
    }
  }

  /** Undefined while there are too few texts to say. */
  drift(): Drift | undefined {
    const [reference, recent] = [this.#reference, this.#observations];
    if (recent.length < this.#least) return undefined;
    const tokens = recent.map((one) => one.tokens);
    const scores = recent.map(({ score }) => score);
    const all = tokens.reduce((sum, count) => sum + count, 0);
    const unknown = recent.reduce((sum, one) => sum + one.unknown, 0);
    return {
      texts: recent.length,
      psi: {
        tokens: psi(reference.tokenCounts, histogram(tokens, reference.tokenEdges)),
        label: psi(reference.labelCounts, countLabels(reference.labels, recent)),
        score: psi(reference.scoreCounts, histogram(scores, reference.scoreEdges)),
      },
      ks: { tokens: ks(reference.tokenSample, tokens) },
      unknownRate: unknown / all,
    };
  }
}
