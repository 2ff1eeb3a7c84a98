import { environments, every, find, type Json, type Templates } from "../aws/template.ts";
import type { Property } from "./property.ts";

const json = (value: unknown) => JSON.stringify(value);
const containers = (properties: Json): Json[] => properties.ContainerDefinitions;

/** How it runs and is updated. */
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
];
