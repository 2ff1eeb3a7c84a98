import { basename } from "node:path";
import { formatValue, type Metric } from "./metrics.ts";
import type { PhaseRun } from "./run-phase.ts";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character]);
}

const css = `
:root { color-scheme: light dark; --text: #1c1e21; --soft: #5c6370; --line: #d9dde3; --page: #ffffff; --link: #0b57d0; --bad: #b3261e }
@media (prefers-color-scheme: dark) {
  :root { --text: #e8eaed; --soft: #a0a7b4; --line: #3a3f47; --page: #17191c; --link: #8ab4f8; --bad: #f2b8b5 }
}
body { font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.6rem } h2 { font-size: 1.15rem; margin: 2rem 0 .25rem }
p { margin: .25rem 0 } .soft { color: var(--soft) } .bad { color: var(--bad); white-space: pre-wrap }
a { color: var(--link) }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100%; margin-top: .5rem }
th, td { text-align: left; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line) }
th { font-weight: 600; color: var(--soft) } td.number { font-variant-numeric: tabular-nums }
`;

function row(metric: Metric): string {
  const { name, value, unit, interval, baseline, baselineName } = metric;
  const range = interval ? `${formatValue(interval[0])} to ${formatValue(interval[1])}` : "";
  const against =
    baseline === undefined
      ? ""
      : `${formatValue(baseline, unit)}${baselineName ? ` (${baselineName})` : ""}`;
  const cells = [formatValue(value, unit), range, against];
  return `<tr><th scope="row">${escape(name)}</th>${cells.map((cell) => `<td class="number">${escape(cell)}</td>`).join("")}</tr>`;
}

function section({ phase, folder, seconds, metrics, failure }: PhaseRun): string {
  const name = encodeURIComponent(basename(folder));
  const link = metrics?.report
    ? `<p><a href="${name}/${encodeURIComponent(metrics.report)}">Open the report</a></p>`
    : "";
  const table = metrics
    ? `<p>${escape(metrics.data)}</p>${link}
<div class="scroll"><table><thead><tr><th scope="col">metric</th><th scope="col">value</th><th scope="col">95% interval</th><th scope="col">baseline</th></tr></thead>
<tbody>${metrics.metrics.map(row).join("\n")}</tbody></table></div>`
    : "";
  const bad = failure === undefined ? "" : `<p class="bad">Failed: ${escape(failure)}</p>`;
  return `<section><h2>Phase ${phase.id}: ${escape(metrics?.title ?? phase.title)}</h2>
<p class="soft">${seconds.toFixed(1)} s</p>${table}${bad}</section>`;
}

/** The tour's one page: every phase's metrics, the data they were measured on, and its report. */
export function indexPage(runs: readonly PhaseRun[], when: Date, machine: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The Machine Learning Engineer's Roadmap: tour</title>
<style>${css}</style>
</head>
<body>
<h1>The tour</h1>
<p class="soft">${escape(when.toISOString().slice(0, 16).replace("T", " "))} UTC, ${escape(machine)}</p>
${runs.map(section).join("\n")}
</body>
</html>
`;
}
