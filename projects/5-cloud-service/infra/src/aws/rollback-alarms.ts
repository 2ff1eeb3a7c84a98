import { serviceLevel } from "@ml-roadmap/cloud-service/delivery";
import { Duration } from "aws-cdk-lib";
import {
  Alarm,
  ComparisonOperator,
  TreatMissingData,
  type IMetric,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import type { LoadBalancer } from "./load-balancer.ts";
import { groupErrors, groupLatency } from "./service-metrics.ts";

/** Share of failed requests of either target group that withdraws a deployment. */
const canaryErrors = 0.02;

/**
 * The alarms that withdraw a deployment. Each looks at one target group, so that a canary with a tenth of the traffic
 * is not hidden by the nine tenths that are well; two bad minutes of three are enough.
 */
export class RollbackAlarms extends Construct {
  readonly names: string[] = [];

  constructor(
    scope: Construct,
    id: string,
    props: { prefix: string; loadBalancer: LoadBalancer; topic: ITopic },
  ) {
    super(scope, id);
    const { prefix, topic } = props;
    const { blue, green } = props.loadBalancer;
    const minute = Duration.minutes(1);
    const alarm = (name: string, metric: IMetric, threshold: number, what: string) => {
      const alarmName = `${prefix}-${name}`;
      const made = new Alarm(this, name, {
        alarmName,
        alarmDescription: `${what}: a deployment under way is rolled back`,
        metric,
        threshold,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        evaluationPeriods: 3,
        datapointsToAlarm: 2,
        // A group without traffic has no fault.
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
      made.addAlarmAction(new SnsAction(topic));
      this.names.push(alarmName);
    };
    for (const [color, group] of Object.entries({ blue, green })) {
      alarm(`errors-${color}`, groupErrors(group, minute), canaryErrors, "too many errors");
      alarm(
        `latency-${color}`,
        groupLatency(group, minute),
        serviceLevel.p99Seconds,
        "p99 above what is promised",
      );
    }
  }
}
