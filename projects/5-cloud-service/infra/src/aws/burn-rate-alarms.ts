import { burnRateAlarms, serviceLevel } from "@ml-roadmap/cloud-service/delivery";
import { Duration } from "aws-cdk-lib";
import {
  Alarm,
  AlarmRule,
  ComparisonOperator,
  CompositeAlarm,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import type { LoadBalancer } from "./load-balancer.ts";
import { serviceErrors } from "./service-metrics.ts";

/** Longest period that one data point of an alarm may have, in minutes. */
const longestPeriod = 24 * 60;

/** One composite alarm a window: the long one says that it matters, the short one that it goes on. */
export class BurnRateAlarms extends Construct {
  readonly alarms: CompositeAlarm[] = [];

  constructor(
    scope: Construct,
    id: string,
    props: { prefix: string; loadBalancer: LoadBalancer; topic: ITopic },
  ) {
    super(scope, id);
    const { prefix, loadBalancer, topic } = props;
    const { availability, days } = serviceLevel;
    for (const one of burnRateAlarms(availability)) {
      const { severity, longMinutes, shortMinutes, errorRatio, burnRate } = one;
      const part = (minutes: number) => {
        // Windows past a day are as many whole days that must all be bad.
        const evaluationPeriods = Math.ceil(minutes / longestPeriod);
        const period = Duration.minutes(minutes / evaluationPeriods);
        return new Alarm(this, `over-${minutes}m-above-${burnRate.toFixed(1)}`, {
          metric: serviceErrors(loadBalancer, period),
          threshold: errorRatio,
          comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
          evaluationPeriods,
          treatMissingData: TreatMissingData.NOT_BREACHING,
        });
      };
      const alarm = new CompositeAlarm(this, `${severity}-${longMinutes}m`, {
        compositeAlarmName: `${prefix}-${severity}-burn-${longMinutes}m`,
        alarmDescription: `The error budget of ${days} days goes ${burnRate.toFixed(1)} times too fast`,
        alarmRule: AlarmRule.allOf(part(longMinutes), part(shortMinutes)),
      });
      alarm.addAlarmAction(new SnsAction(topic));
      this.alarms.push(alarm);
    }
  }
}
