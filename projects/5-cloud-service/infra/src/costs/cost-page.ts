import { scalingPolicies } from "@ml-roadmap/cloud-service/delivery";
import { figures, replica, type Figure } from "../measured.ts";
import { scenarios } from "../simulation/traffic.ts";
import { simulate } from "../simulation/simulate.ts";
import { monthlyCosts, replicaHour, replicasOf } from "./monthly-costs.ts";

const loads = [0, 10, 1000];
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const dollars = (value: number) => `$${value.toFixed(2)}`;
const percent = (share: number) => `${(100 * share).toFixed(3)}%`;

/** A Markdown table; the first row is its head. */
const table = (rows: readonly (readonly string[])[]): string =>
  [rows[0], rows[0].map(() => "---"), ...rows.slice(1)]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");

/** The page of costs, capacity and autoscaling; everything on it is computed. */
export function costPage(): string {
  return [
    "# Costs, capacity, autoscaling",
    "<!-- prettier-ignore-start -->",
    "Made by the tests from `src/costs/prices.ts`, `src/measured.ts` and the policies that are deployed: do not edit.",
    "## What it is made of",
    table([
      ["figure", "value", "from", "source"],
      ...Object.entries<Figure>(figures).map(([name, { value, unit, from, source }]) => [
        name,
        `${value} ${unit}`,
        from,
        source,
      ]),
    ]),
    "## A month of production",
    ...loads.map((load) => {
      const lines = monthlyCosts(load, "production");
      const title = load === 0 ? "Idle" : `${load.toLocaleString("en")} requests a second`;
      return [
        `### ${title}: ${dollars(sum(lines.map((line) => line.dollars)))}`,
        table([
          ["what", "how", "a month"],
          ...lines.map(({ what, how, dollars: value }) => [what, how, dollars(value)]),
        ]),
      ].join("\n\n");
    }),
    `Staging, idle: ${dollars(sum(monthlyCosts(0, "staging").map((line) => line.dollars)))}.`,
    "## Capacity",
    `A replica has ${replica.processors} processor and costs ${dollars(replicaHour)} an hour. The fewest replicas that carry a load at ${100 * scalingPolicies.production.cpuTarget}% of their processors and ${scalingPolicies.production.requestTarget} requests a second each, also when one of two zones is lost (at 90%):`,
    table([
      ["requests/s", "replicas", "of them for the loss of a zone or the requests' target"],
      ...[10, 50, 100, 200, 500, 1000, 2000].map((load) => {
        const all = replicasOf(load, "production");
        const bare = Math.max(
          2,
          Math.ceil((load * replica.cpuMilliseconds) / 1000 / scalingPolicies.production.cpuTarget),
        );
        return [load.toLocaleString("en"), String(all), String(all - bare)];
      }),
    ]),
    "## The autoscaler",
    "Production's policy on traffic that was made, not recorded. A good request is answered within the promised 300 ms; the last column is what as many replicas as the busiest minute needed would have cost all the time.",
    table([
      ["traffic", "", "requests", "good", "replicas", "cost", "fixed"],
      ...scenarios.map((traffic) => {
        const result = simulate(traffic, scalingPolicies.production, replica);
        const hours = traffic.requestsPerSecond.length / 3600;
        return [
          traffic.name,
          traffic.says,
          Math.round(result.requests).toLocaleString("en"),
          percent(result.good),
          `${result.fewest} to ${result.most}`,
          dollars(result.replicaHours * replicaHour),
          dollars(result.most * hours * replicaHour),
        ];
      }),
    ]),
    "What the flood shows: no autoscaler that needs minutes helps against ten times the traffic within a second. Against that stand the limit for each address, the refusal of what would wait too long, and replicas that are there already.",
    "<!-- prettier-ignore-end -->\n",
  ].join("\n\n");
}
