import { truncate } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { modelFile } from "../model/precision.ts";
import { copyModel, failingModel, largeModel } from "../test-support/other-models.ts";
import type { Field } from "./field.ts";

/** Something that goes wrong. */
export interface GameDay {
  readonly title: string;
  /** Alert that belongs to it, and the seconds within which it must fire. */
  readonly alert: string;
  readonly within: number;
  /** Breaks it; what it returns happened to requests of its own. */
  readonly strike: (field: Field) => Promise<{ requests: number; failed: number } | void>;
  /** What the runbook says to do. */
  readonly mend: (field: Field) => Promise<void>;
}

/** Texts of hundreds of tokens: a slow model shows on them. */
const long = (i: number) =>
  `the plot was great and the film number ${i} was a truly good one, `.repeat(32);

/** Four times the tokens at most, and some hundred times the arithmetic for each. */
const large = { positions: 512, hidden: 512, layers: 8, heads: 8 };

/** Requests that are computed while their replica is told to end, and the texts of each. */
const [INSIDE, TEXTS] = [4, 128];

export const gameDays: Readonly<Record<string, GameDay>> = {
  "slow-model": {
    title: "A canary that is many times larger, and so slower, gets a tenth of the traffic",
    alert: "TextServiceCanarySlow",
    within: 120,
    async strike(field) {
      const model = await largeModel(field.folder, large);
      field.text = long;
      await field.startCanary(model, 0.1);
    },
    mend: (field) => field.weighCanary(0),
  },
  "corrupt-weights": {
    title: "A version is promoted whose weights were cut off while they were written",
    alert: "TextServiceModelUpdateFailed",
    within: 30,
    async strike(field) {
      const model = await copyModel(field.folder);
      await truncate(join(model, modelFile("fp32")), 1000);
      await field.promote(await field.push(model));
    },
    mend: (field) => field.rollback("cannot be loaded"),
  },
  "drifted-traffic": {
    title: "A client sends something that is no review",
    alert: "TextServiceInputsDrift",
    within: 120,
    async strike(field) {
      field.text = (i) => `☃ ${"qzx ".repeat(20)} ☃ ☃ ${i}`;
    },
    async mend(field) {
      field.text = field.reviews;
    },
  },
  "bad-canary": {
    title: "A canary that fails for every text with a certain word gets a tenth of the traffic",
    alert: "TextServiceCanaryFails",
    within: 60,
    strike: async (field) => field.startCanary(await failingModel(field.folder, "film"), 0.1),
    mend: (field) => field.weighCanary(0),
  },
  "sigterm-in-mid-batch": {
    title: "A replica is told to end while it computes large batches",
    alert: "TextServiceDown",
    within: 60,
    async strike({ cluster, reviews }) {
      const body = JSON.stringify({ texts: Array.from({ length: TEXTS }, (_, i) => reviews(i)) });
      const url = `${cluster.replicaUrl("replica-1")}/v1/classify`;
      const inside = Array.from({ length: INSIDE }, () =>
        fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body }).then(
          async (answer) => {
            const text = await answer.text();
            return answer.ok && text.split('"label"').length === TEXTS + 1;
          },
          () => false,
        ),
      );
      await wait(50);
      const code = await cluster.end("replica-1", "SIGTERM");
      const answered = (await Promise.all(inside)).filter(Boolean).length;
      const failed = INSIDE - answered + (code === 0 ? 0 : 1);
      return { requests: INSIDE, failed };
    },
    async mend({ cluster }) {
      await cluster.start("replica-1");
    },
  },
};
