import type { ScalingPolicy } from "@ml-roadmap/cloud-service/delivery";
import { Duration } from "aws-cdk-lib";
import { AdjustmentType, CfnScalingPolicy } from "aws-cdk-lib/aws-applicationautoscaling";
import type { FargateService } from "aws-cdk-lib/aws-ecs";
import { Construct } from "constructs";
import type { LoadBalancer } from "./load-balancer.ts";
import { scalableTarget } from "./scalable-target.ts";

/** Replicas by processor use, by requests, and by latency; the highest wish counts. */
export class Autoscaling extends Construct {
  constructor(
    scope: Construct,
    id: string,
    props: { service: FargateService; loadBalancer: LoadBalancer; policy: ScalingPolicy },
  ) {
    super(scope, id);
    const { service, loadBalancer, policy } = props;
    const { balancer, blue, green } = loadBalancer;
    const cooldowns = {
      scaleOutCooldown: Duration.seconds(policy.scaleOutCooldown),
      scaleInCooldown: Duration.seconds(policy.scaleInWindow),
    };
    const tasks = service.autoScaleTaskCount({
      minCapacity: policy.minReplicas,
      maxCapacity: policy.maxReplicas,
    });
    tasks.scaleOnCpuUtilization("Cpu", {
      targetUtilizationPercent: policy.cpuTarget * 100,
      ...cooldowns,
    });
    // ALBRequestCountPerTarget knows one target group, and the traffic moves between two.
    const target = scalableTarget(tasks);
    const healthy = (key: string, group: typeof blue) =>
      stat(key, "HealthyHostCount", "Average", {
        LoadBalancer: balancer.loadBalancerFullName,
        TargetGroup: group.targetGroupFullName,
      });
    new CfnScalingPolicy(this, "Requests", {
      policyName: `${id}-requests`,
      policyType: "TargetTrackingScaling",
      scalingTargetId: target.scalableTargetId,
      targetTrackingScalingPolicyConfiguration: {
        targetValue: policy.requestTarget * 60,
        scaleOutCooldown: policy.scaleOutCooldown,
        scaleInCooldown: policy.scaleInWindow,
        customizedMetricSpecification: {
          metrics: [
            stat("requests", "RequestCount", "Sum", {
              LoadBalancer: balancer.loadBalancerFullName,
            }),
            healthy("blue", blue),
            healthy("green", green),
            {
              id: "each",
              expression: "requests / (FILL(blue, 0) + FILL(green, 0))",
              returnData: true,
            },
          ],
        },
      },
    });
    const steps = policy.latencySteps.map(({ above, add }) => ({ lower: above, change: add }));
    tasks.scaleOnMetric("Latency", {
      metric: balancer.metrics.targetResponseTime({
        statistic: "p99",
        period: Duration.seconds(policy.interval),
      }),
      adjustmentType: AdjustmentType.CHANGE_IN_CAPACITY,
      cooldown: Duration.seconds(policy.scaleOutCooldown),
      scalingSteps: [{ upper: steps[0].lower, change: 0 }, ...steps],
    });
  }
}

function stat(
  id: string,
  metricName: string,
  statistic: string,
  dimensions: Record<string, string>,
) {
  return {
    id,
    returnData: false,
    metricStat: {
      stat: statistic,
      metric: {
        namespace: "AWS/ApplicationELB",
        metricName,
        dimensions: Object.entries(dimensions).map(([name, value]) => ({ name, value })),
      },
    },
  };
}
