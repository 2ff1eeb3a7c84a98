import type { Outcome } from "../properties/property.ts";

/** Mutations and what noticed them, as a Markdown table that ends with the share that was noticed. */
export function mutationTable(title: string, outcomes: readonly Outcome[]): string {
  const noticed = outcomes.filter(({ said }) => said.length > 0);
  const rows = outcomes.map(
    ({ property, mutation, said }) =>
      `| ${property} | ${mutation} | ${said.length > 0 ? said[0].replaceAll("|", "\\|") : "NOT NOTICED"} |`,
  );
  const share = ((100 * noticed.length) / outcomes.length).toFixed(0);
  return [
    `# ${title}`,
    "",
    "<!-- prettier-ignore-start -->",
    "",
    "Each property broken on purpose, and where the check saw it. Made by the tests: do not edit.",
    "",
    "| property | broken how | seen at |",
    "| --- | --- | --- |",
    ...rows,
    "",
    `${noticed.length} of ${outcomes.length} noticed (${share}%).`,
    "",
    "<!-- prettier-ignore-end -->",
    "",
  ].join("\n");
}
