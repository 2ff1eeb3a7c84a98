import { burnRateAlarms, serviceLevel } from "@ml-roadmap/cloud-service/delivery";
import { environments, every, find, type Json, type Templates } from "../aws/template.ts";
import type { Property } from "./property.ts";

const json = (value: unknown) => JSON.stringify(value);

/** How it scales, and who is told of what. */
export const scalingProperties: readonly Property<Templates>[] = [
  {
    id: "scales",
    says: "replicas follow processor use, requests and latency",
    faults: (templates) =>
      environments.flatMap((environment) => {
        const found = find(templates, "AWS::ApplicationAutoScaling::ScalingPolicy", [environment]);
        const policies = json(found.map(({ properties }) => properties));
        // The alarm that scales: the ones that take a deployment back look at the same latency.
        const steps = found.filter(({ properties }) => properties.PolicyType === "StepScaling");
        const byLatency = find(templates, "AWS::CloudWatch::Alarm", [environment])
          .map(({ properties }) => json(properties))
          .some(
            (alarm) =>
              alarm.includes("TargetResponseTime") &&
              steps.some(({ id }) => alarm.includes(`"${id}"`)),
          );
        return [
          ["processor use", policies.includes("ECSServiceAverageCPUUtilization")],
          ["requests", policies.includes('"RequestCount"')],
          ["latency", byLatency],
        ]
          .filter(([, there]) => !there)
          .map(([what]) => `${environment}: not by ${String(what)}`);
      }),
  },
  {
    id: "workers-by-queue",
    says: "workers follow what waits in the queue",
    faults: (templates) =>
      environments.flatMap((environment) => {
        const policies = find(templates, "AWS::ApplicationAutoScaling::ScalingPolicy", [
          environment,
        ]);
        const filters = find(templates, "AWS::Logs::MetricFilter", [environment]);
        const measured = filters.some(
          ({ properties }) => properties.MetricTransformations[0].MetricName === "WaitingChunks",
        );
        const followed = policies.some(({ properties }) =>
          json(properties).includes("WaitingChunks"),
        );
        return measured && followed
          ? []
          : [`${environment}: measured ${measured}, followed ${followed}`];
      }),
  },
  {
    id: "burn-rate",
    says: "the error budget's burn rates ring, in a long and a short window each",
    faults: (templates) =>
      environments.flatMap((environment) => {
        const composite = find(templates, "AWS::CloudWatch::CompositeAlarm", [environment]);
        const thresholds = find(templates, "AWS::CloudWatch::Alarm", [environment]).map(
          ({ properties }): number => properties.Threshold,
        );
        const { availability } = serviceLevel;
        return burnRateAlarms(availability).flatMap(({ longMinutes, errorRatio }) => {
          const rule = composite.find(({ properties }) =>
            String(properties.AlarmName).endsWith(`burn-${longMinutes}m`),
          );
          const both = thresholds.filter((found) => Math.abs(found - errorRatio) < 1e-9).length;
          const ands = rule && json(rule.properties.AlarmRule).includes(" AND ");
          return ands && both >= 2 ? [] : [`${environment}: ${longMinutes} minutes`];
        });
      }),
  },
  {
    id: "alarms-heard",
    says: "every alarm that somebody should hear is sent",
    faults: (templates) => [
      ...every(
        templates,
        "AWS::CloudWatch::CompositeAlarm",
        ({ properties }) => (properties.AlarmActions ?? []).length > 0,
        environments,
      ),
      ...every(
        templates,
        "AWS::CloudWatch::Alarm",
        ({ id, properties }) =>
          !id.startsWith("Rollback") || (properties.AlarmActions ?? []).length > 0,
        environments,
      ),
      ...every(templates, "AWS::SNS::Subscription", () => true, environments),
    ],
  },
  {
    id: "budget",
    says: "money is told of before it is spent",
    faults: (templates) =>
      every(
        templates,
        "AWS::Budgets::Budget",
        ({ properties }) =>
          (properties.NotificationsWithSubscribers ?? []).some(
            ({ Notification }: Json) => Notification.NotificationType === "FORECASTED",
          ),
        environments,
      ),
  },
  {
    id: "dashboard",
    says: "there is a page that shows the service level",
    faults: (templates) => every(templates, "AWS::CloudWatch::Dashboard", () => true, environments),
  },
];
