import { burnRateAlarms, serviceLevel } from "@ml-roadmap/cloud-service/delivery";
import { environments, every, find, type Json, type Templates } from "../aws/template.ts";
import type { Property } from "./property.ts";

const json = (value: unknown) => JSON.stringify(value);
const containers = (properties: Json): Json[] => properties.ContainerDefinitions;

/** How it runs, is updated, scales, and is watched. */
export const runningProperties: readonly Property<Templates>[] = [
  {
    id: "image-by-digest",
    says: "what runs is named by its digest",
    faults: (templates) =>
      every(
        templates,
        "AWS::ECS::TaskDefinition",
        ({ properties }) =>
          containers(properties).every(({ Image }) => /@sha256:[0-9a-f]{64}/.test(json(Image))),
        environments,
      ),
  },
  {
    id: "non-root",
    says: "no container runs as root",
    faults: (templates) =>
      every(
        templates,
        "AWS::ECS::TaskDefinition",
        ({ properties }) =>
          containers(properties).every(({ User }) => Number(String(User ?? "0").split(":")[0]) > 0),
        environments,
      ),
  },
  {
    id: "read-only-root",
    says: "no container can change its own files",
    faults: (templates) =>
      every(
        templates,
        "AWS::ECS::TaskDefinition",
        ({ properties }) =>
          containers(properties).every(
            ({ ReadonlyRootFilesystem }) => ReadonlyRootFilesystem === true,
          ),
        environments,
      ),
  },
  {
    id: "canary",
    says: "a new version gets at most a tenth of the traffic for at least five minutes first",
    faults: (templates) =>
      every(
        templates,
        "AWS::ECS::Service",
        ({ properties: { LoadBalancers, DeploymentConfiguration: how } }) =>
          !LoadBalancers ||
          (how.Strategy === "CANARY" &&
            how.CanaryConfiguration?.CanaryPercent <= 10 &&
            how.CanaryConfiguration?.CanaryBakeTimeInMinutes >= 5 &&
            how.MinimumHealthyPercent >= 100),
        environments,
      ),
  },
  {
    id: "rollback-alarm",
    says: "alarms that exist withdraw a deployment by themselves",
    faults: (templates) =>
      environments.flatMap((environment) => {
        const names = find(templates, "AWS::CloudWatch::Alarm", [environment]).map(
          ({ properties }) => properties.AlarmName,
        );
        return every(
          templates,
          "AWS::ECS::Service",
          ({ properties: { LoadBalancers, DeploymentConfiguration: how } }) =>
            !LoadBalancers ||
            (how.Alarms?.Enable === true &&
              how.Alarms.Rollback === true &&
              how.Alarms.AlarmNames.length > 0 &&
              how.Alarms.AlarmNames.every((name: string) => names.includes(name))),
          [environment],
        );
      }),
  },
  {
    id: "canary-seen-alone",
    says: "errors of each target group are watched alone, so that a canary's are not diluted",
    faults: (templates) =>
      environments.flatMap((environment) => {
        const groups = find(templates, "AWS::ElasticLoadBalancingV2::TargetGroup", [environment]);
        const alarms = find(templates, "AWS::CloudWatch::Alarm", [environment]).filter(
          ({ properties }) =>
            /errors-/.test(properties.AlarmName ?? "") &&
            json(properties.Metrics).includes("HTTPCode_Target_5XX_Count"),
        );
        return groups
          .filter(
            ({ id }) =>
              !alarms.some(({ properties }) => json(properties.Metrics).includes(`"${id}"`)),
          )
          .map(({ where }) => where);
      }),
  },
  {
    id: "workers-rollback",
    says: "workers that do not start are rolled back",
    faults: (templates) =>
      every(
        templates,
        "AWS::ECS::Service",
        ({ properties: { LoadBalancers, DeploymentConfiguration: how } }) =>
          Boolean(LoadBalancers) ||
          (how.DeploymentCircuitBreaker?.Enable === true &&
            how.DeploymentCircuitBreaker.Rollback === true),
        environments,
      ),
  },
  {
    id: "health-check",
    says: "replicas are asked whether they are ready, and drained before they end",
    faults: (templates) =>
      every(
        templates,
        "AWS::ElasticLoadBalancingV2::TargetGroup",
        ({ properties }) => properties.HealthCheckPath === "/v2/health/ready",
        environments,
      ),
  },
  {
    id: "two-replicas",
    says: "production never has fewer than two replicas",
    faults: (templates) =>
      find(templates, "AWS::ApplicationAutoScaling::ScalableTarget", ["production"])
        .filter(({ id }) => id.startsWith("Text"))
        .filter(({ properties }) => !(properties.MinCapacity >= 2))
        .map(({ where }) => where),
  },
  {
    id: "most-replicas",
    says: "nothing grows without end",
    faults: (templates) =>
      every(
        templates,
        "AWS::ApplicationAutoScaling::ScalableTarget",
        ({ properties }) => properties.MaxCapacity <= 50,
        environments,
      ),
  },
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
