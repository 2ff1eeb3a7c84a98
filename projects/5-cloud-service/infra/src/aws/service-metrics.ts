import { Duration } from "aws-cdk-lib";
import { MathExpression, type IMetric } from "aws-cdk-lib/aws-cloudwatch";
import {
  HttpCodeElb,
  HttpCodeTarget,
  type ApplicationTargetGroup,
} from "aws-cdk-lib/aws-elasticloadbalancingv2";
import type { LoadBalancer } from "./load-balancer.ts";

/** Share of a target group's requests that it answered with 5xx, 0 while there are none. */
export function groupErrors(group: ApplicationTargetGroup, period: Duration): IMetric {
  const options = { period, statistic: "Sum" };
  // One graph may show both groups, and its metrics' names must differ.
  const color = group.node.id.toLowerCase();
  return new MathExpression({
    expression: `IF(${color}Requests > 20, FILL(${color}Errors, 0) / ${color}Requests, 0)`,
    usingMetrics: {
      [`${color}Requests`]: group.metrics.requestCount(options),
      [`${color}Errors`]: group.metrics.httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, options),
    },
    period,
    label: `failed, ${color}`,
  });
}

/** Share of all requests that failed by our fault, the load balancer's own answers included. */
export function serviceErrors({ balancer }: LoadBalancer, period: Duration): IMetric {
  const options = { period, statistic: "Sum" };
  const { metrics } = balancer;
  return new MathExpression({
    expression:
      "IF(requests > 0, (FILL(ours, 0) + FILL(balancer, 0)) / (requests + FILL(balancer, 0)), 0)",
    usingMetrics: {
      requests: metrics.requestCount(options),
      ours: metrics.httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, options),
      balancer: metrics.httpCodeElb(HttpCodeElb.ELB_5XX_COUNT, options),
    },
    period,
    label: "share of failed requests",
  });
}

/** p99 of a target group's answers in seconds. */
export function groupLatency(group: ApplicationTargetGroup, period: Duration): IMetric {
  return group.metrics.targetResponseTime({ period, statistic: "p99" });
}
