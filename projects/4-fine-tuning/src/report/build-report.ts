import { report, type Section } from "@ml-roadmap/charts";
import { answersSection } from "./answers-section.ts";
import { behaviourSection } from "./behaviour-section.ts";
import { curvesSection } from "./curves-section.ts";
import { dataSection } from "./data-section.ts";
import { errorsSection } from "./errors-section.ts";
import type { FineTuningResults } from "./results.ts";
import { settingsSection } from "./settings-section.ts";
import { slicesSection } from "./slices-section.ts";
import { summarySection } from "./summary-section.ts";

/** One self-contained HTML page about a fine-tuning run, drawn from its results alone. */
export function buildReport(results: FineTuningResults): string {
  const sections: readonly (Section | undefined)[] = [
    summarySection(results),
    dataSection(results),
    curvesSection(results),
    answersSection(results),
    slicesSection(results),
    behaviourSection(results),
    errorsSection(results),
    settingsSection(results),
  ];
  return report({
    title: `${results.model.name}: fine-tuned on ${results.data.name}`,
    subtitle: `${results.data.description} Trained ${results.createdAt.slice(0, 16).replace("T", " ")} UTC.`,
    sections: sections.filter((section) => section !== undefined),
  });
}
