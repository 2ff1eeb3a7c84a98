import { barChart, percent, type Section } from "@ml-roadmap/charts";
import { percentOf } from "./format.ts";
import type { FineTuningResults } from "./results.ts";

/** Simple texts on which any good model behaves, and where this one does not. */
export function behaviourSection({
  judgement: { behaviour },
}: FineTuningResults): Section | undefined {
  if (behaviour.length === 0) return undefined;
  const failures = behaviour.flatMap(({ name, failures }) =>
    failures
      .slice(0, 2)
      .map(({ text, other, expected, found }) => [
        name,
        other === undefined ? text : `${text} / ${other}`,
        expected,
        found,
      ]),
  );
  return {
    title: "Behavioural tests",
    body: "A score on test texts hides what a model cannot do. These tests ask for one ability at a time, in the manner of CheckList (Ribeiro et al. 2020): minimum functionality has known answers, invariance changes a text in a way that must not change the answer, direction in a way that must turn it round.",
    figures: [
      {
        title: "Share of cases failed",
        svg: barChart({
          bars: behaviour.map(({ name, cases, failed }) => ({ name, value: failed / cases })),
          x: { label: "Failed", domain: [0, 1], format: percent },
        }),
        table: {
          columns: [
            { label: "Test" },
            { label: "Kind" },
            { label: "What must hold" },
            { label: "Cases" },
            { label: "Failed" },
            { label: "Rate", align: "right" },
          ],
          rows: behaviour.map(({ name, kind, description, cases, failed }) => [
            name,
            kind,
            description,
            cases,
            failed,
            percentOf(failed / cases),
          ]),
        },
      },
    ],
    tables:
      failures.length === 0
        ? []
        : [
            {
              caption: "Some of the failures",
              columns: [
                { label: "Test" },
                { label: "Text" },
                { label: "Expected" },
                { label: "Found" },
              ],
              rows: failures,
            },
          ],
  };
}
