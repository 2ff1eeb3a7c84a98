import { report } from "@ml-roadmap/charts";
import type { RunResults } from "../run/results.ts";
import { coefficientSection } from "./coefficient-section.ts";
import { curveSection } from "./curve-section.ts";
import { glanceSection } from "./glance-section.ts";
import { modelCard } from "./model-card.ts";
import { pathSection } from "./path-section.ts";
import { subgroupSection } from "./subgroup-section.ts";
import { summarySection } from "./summary-section.ts";

/** One self-contained HTML page about a run, drawn from its results alone. */
export function buildReport(results: RunResults): string {
  return report({
    title: `Logistic regression: predicting ${results.data.label}`,
    subtitle: `${results.data.description} Trained ${results.createdAt.slice(0, 16).replace("T", " ")} UTC.`,
    sections: [
      summarySection(results),
      glanceSection(results),
      ...(results.path ? [pathSection(results, results.path)] : []),
      curveSection(results),
      coefficientSection(results),
      subgroupSection(results),
      modelCard(results),
    ],
  });
}
