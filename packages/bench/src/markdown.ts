import type { Machine } from "./machine.ts";
import type { Row } from "./rows.ts";
import type { SuiteResult } from "./run-suite.ts";

/** The result for people: a table, what ran, what is missing and what failed. */
export function markdown(
  suite: string,
  machine: Machine,
  rows: readonly Row[],
  result: Omit<SuiteResult, "cases">,
): string {
  const lines = [`## ${suite}`, "", ...table(rows), ""];
  lines.push(
    "Medians; each ratio is how many times better ours is (above 1, we win), with its quartiles.",
  );
  lines.push(
    "",
    `- Node ${machine.node}, ${machine.cpu} (${machine.cores} cores), ${machine.system}`,
  );
  for (const [name, versions] of result.versions) {
    const list = Object.entries(versions).map(([what, version]) => `${what} ${version}`);
    lines.push(`- ${name}: ${list.join(", ")}`);
  }
  for (const [name, { why, get }] of result.missing)
    lines.push(`- missing: ${name}: ${why}; get it: ${get}`);
  for (const { runner, case: name, message } of result.failures) {
    lines.push(`- failed: ${runner} in ${name}: ${message.replaceAll("\n", "\n  ")}`);
  }
  return `${lines.join("\n")}\n`;
}

function table(rows: readonly Row[]): string[] {
  const ours = names(rows.map((row) => row.ours));
  const peers = names(rows.map((row) => row.peers));
  const pairs = ours.flatMap((our) => peers.map((peer) => [our, peer] as const));
  const versus = ([our, peer]: readonly [string, string]) =>
    ours.length > 1 ? `${our} / ${peer}` : `ratio to ${peer}`;
  const header = ["case", "unit", ...ours, ...peers, ...pairs.map(versus)];
  const body = rows.map((row) => [
    row.case,
    row.better === "lower" ? row.unit : `${row.unit} (more is better)`,
    ...ours.map((name) => figure(row.ours[name])),
    ...peers.map((name) => figure(row.peers[name])),
    ...pairs.map(([our, peer]) => {
      const ratio = row.ratios[our]?.[peer];
      if (!ratio) return "";
      const range = ratio.range
        ? ` (${ratio.range.map((value) => figure(value)).join(" to ")})`
        : "";
      return `${figure(ratio.value)}${range}`;
    }),
  ]);
  const rule = header.map((_, column) => (column < 2 ? "---" : "---:"));
  return [header, rule, ...body].map((cells) => `| ${cells.map(escape).join(" | ")} |`);
}

function names(records: readonly Readonly<Record<string, number>>[]): string[] {
  return [...new Set(records.flatMap((record) => Object.keys(record)))];
}

/** Three significant digits without an exponent where that stays readable. */
function figure(value: number | undefined): string {
  if (value === undefined) return "";
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e9)) return value.toExponential(2);
  if (size >= 1000) return value.toFixed(0);
  return String(Number(value.toPrecision(3)));
}

function escape(cell: string): string {
  return cell.replaceAll("|", "\\|");
}
