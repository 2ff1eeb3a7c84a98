import {
  replicasFor,
  scalingPolicies,
  type EnvironmentName,
} from "@ml-roadmap/cloud-service/delivery";
import { figures, replica } from "../measured.ts";
import { hoursOfMonth, prices } from "./prices.ts";

/** A line of a month's bill, with how it comes about. */
export interface CostLine {
  readonly what: string;
  readonly how: string;
  readonly dollars: number;
}

/** Zones, gateways and so on of an environment, as its stack has them. */
const fixed = {
  staging: { nat: 1, alarms: 15, firewallRules: 0 },
  production: { nat: 2, alarms: 15, firewallRules: 4 },
} as const;

/** What a replica (1 processor, 2 GiB) costs in an hour. */
export const replicaHour = prices.fargateProcessorHour + 2 * prices.fargateGigabyteHour;

/** How many replicas a steady load takes in an environment with two zones. */
export function replicasOf(requestsPerSecond: number, environment: EnvironmentName): number {
  const { cpuTarget, minReplicas, requestTarget } = scalingPolicies[environment];
  const byProcessors = replicasFor(
    { requestsPerSecond, cpuMilliseconds: replica.cpuMilliseconds },
    { processors: replica.processors, cpuTarget, zones: 2, cpuLimit: 0.9, minReplicas },
  );
  return Math.max(byProcessors, Math.ceil(requestsPerSecond / requestTarget));
}

/** A month of an environment under a steady load, without batch jobs. */
export function monthlyCosts(requestsPerSecond: number, environment: EnvironmentName): CostLine[] {
  const { nat, alarms, firewallRules } = fixed[environment];
  const replicas = replicasOf(requestsPerSecond, environment);
  const millions = (requestsPerSecond * 3600 * hoursOfMonth) / 1e6;
  const gigabytes = (millions * 1e6 * figures.requestBytes.value) / 1e9;
  // A unit carries 25 new connections, 1 GB an hour, or 1,000 rules a second: here it is the bytes or the rules.
  const units = Math.max(gigabytes / hoursOfMonth, requestsPerSecond / 1000, 0.01);
  const line = (what: string, how: string, dollars: number) => ({ what, how, dollars });
  const hours = (count: number, price: number) => count * hoursOfMonth * price;
  return [
    line(
      "replicas",
      `${replicas} x ${hoursOfMonth} h x $${replicaHour.toFixed(5)}`,
      hours(replicas, replicaHour),
    ),
    line(
      "load balancer",
      `${hoursOfMonth} h x $${prices.balancerHour}`,
      hours(1, prices.balancerHour),
    ),
    line(
      "load balancer's units",
      `${units.toFixed(2)} x ${hoursOfMonth} h x $${prices.balancerUnitHour}`,
      hours(units, prices.balancerUnitHour),
    ),
    line(
      "NAT gateways",
      `${nat} x ${hoursOfMonth} h x $${prices.natHour}`,
      hours(nat, prices.natHour),
    ),
    line(
      "queue (Redis)",
      `2 nodes x ${hoursOfMonth} h x $${prices.redisNodeHour}`,
      hours(2, prices.redisNodeHour),
    ),
    line(
      "queue's depth",
      `a task of 0.25 processors, about half of the time`,
      hours(0.5, prices.fargateProcessorHour / 4 + prices.fargateGigabyteHour / 2),
    ),
    line(
      "traffic out",
      `${(gigabytes / 2).toFixed(1)} GB x $${prices.trafficOutGigabyte}`,
      (gigabytes / 2) * prices.trafficOutGigabyte,
    ),
    line(
      "logs of requests, stored",
      `${(millions * 0.4).toFixed(1)} GB x $${prices.storedGigabyteMonth}`,
      millions * 0.4 * prices.storedGigabyteMonth,
    ),
    line(
      "alarms, dashboard, key, secrets",
      `${alarms} x $${prices.alarmMonth} + 3 x $${prices.compositeAlarmMonth} + $${prices.dashboardMonth} + $${prices.keyMonth} + 2 x $${prices.secretMonth}`,
      alarms * prices.alarmMonth +
        3 * prices.compositeAlarmMonth +
        prices.dashboardMonth +
        prices.keyMonth +
        2 * prices.secretMonth,
    ),
    ...(firewallRules > 0
      ? [
          line(
            "firewall",
            `$${prices.firewallMonth} + ${firewallRules} x $${prices.firewallRuleMonth} + ${millions.toFixed(1)} million x $${prices.firewallMillionRequests}`,
            prices.firewallMonth +
              firewallRules * prices.firewallRuleMonth +
              millions * prices.firewallMillionRequests,
          ),
        ]
      : []),
  ];
}
