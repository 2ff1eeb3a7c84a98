import type { ScalingPolicy } from "./scaling-policy.ts";

/** One thing that is measured of the replicas on average, and what is aimed at. */
export interface ScalingMetric {
  /** Left out while it cannot be read. */
  readonly value?: number;
  readonly target: number;
}

/**
 * How many replicas there should be, by the rule of Kubernetes' HorizontalPodAutoscaler (AWS's target tracking
 * does the same):
 *
 * - each metric wishes for `ceil(current * (value / target))`, or for `current` while
 *   `|value / target - 1| <= tolerance`;
 * - the highest wish counts: enough for every metric;
 * - with a metric that cannot be read nothing shrinks, but it may grow by the others;
 * - never less than `minReplicas`, never more than `maxReplicas`.
 *
 * Source: Kubernetes documentation, "Horizontal Pod Autoscaling", algorithm details.
 */
export function desiredReplicas(
  current: number,
  metrics: readonly ScalingMetric[],
  policy: Pick<ScalingPolicy, "minReplicas" | "maxReplicas" | "tolerance">,
): number {
  //#region solution 5.11 the highest wish
  const { minReplicas, maxReplicas, tolerance } = policy;
  const wishes = metrics.map(({ value, target }) => {
    if (value === undefined) return current;
    const ratio = value / target;
    return Math.abs(ratio - 1) <= tolerance ? current : Math.ceil(current * ratio);
  });
  const wish = wishes.length === 0 ? current : Math.max(...wishes);
  return Math.min(maxReplicas, Math.max(minReplicas, wish));
  //#endregion
}
