import { first, type Json, type Templates } from "../aws/template.ts";
import type { Mutation } from "../properties/property.ts";

const serves = (properties: Json) => properties.LoadBalancers !== undefined;
const how = (templates: Templates): Json =>
  first(templates, "AWS::ECS::Service", "production", serves).Properties.DeploymentConfiguration;
const container = (templates: Templates): Json =>
  first(templates, "AWS::ECS::TaskDefinition").Properties.ContainerDefinitions[0];

/** Takes away the first resource of a type whose id begins so. */
function remove(templates: Templates, type: string, id = ""): void {
  const { Resources } = templates.production;
  const found = Object.keys(Resources).find(
    (one) => Resources[one].Type === type && one.startsWith(id),
  );
  delete Resources[found!];
}

export const runningMutations: readonly Mutation<Templates>[] = [
  {
    property: "image-by-digest",
    name: "the image called latest",
    apply: (templates) => {
      container(templates).Image = "registry/text-service:latest";
    },
  },
  {
    property: "non-root",
    name: "no user",
    apply: (templates) => {
      delete container(templates).User;
    },
  },
  {
    property: "non-root",
    name: "root by number",
    apply: (templates) => {
      container(templates).User = "0:10001";
    },
  },
  {
    property: "read-only-root",
    name: "files that can be changed",
    apply: (templates) => {
      container(templates).ReadonlyRootFilesystem = false;
    },
  },
  {
    property: "canary",
    name: "all traffic at once",
    apply: (templates) => {
      how(templates).Strategy = "BLUE_GREEN";
    },
  },
  {
    property: "canary",
    name: "half of the traffic first",
    apply: (templates) => {
      how(templates).CanaryConfiguration.CanaryPercent = 50;
    },
  },
  {
    property: "canary",
    name: "for no time",
    apply: (templates) => {
      how(templates).CanaryConfiguration.CanaryBakeTimeInMinutes = 0;
    },
  },
  {
    property: "rollback-alarm",
    name: "alarms that withdraw nothing",
    apply: (templates) => {
      how(templates).Alarms.Rollback = false;
    },
  },
  {
    property: "rollback-alarm",
    name: "an alarm that is not there",
    apply: (templates) => {
      how(templates).Alarms.AlarmNames[0] += "-old";
    },
  },
  {
    property: "canary-seen-alone",
    name: "errors of one group only",
    apply: (templates) => remove(templates, "AWS::CloudWatch::Alarm", "Rollbackerrorsgreen"),
  },
  {
    property: "workers-rollback",
    name: "workers stay broken",
    apply: (templates) => {
      const workers = first(templates, "AWS::ECS::Service", "production", (one) => !serves(one));
      workers.Properties.DeploymentConfiguration.DeploymentCircuitBreaker.Rollback = false;
    },
  },
  {
    property: "health-check",
    name: "asked for a page that is always there",
    apply: (templates) => {
      first(templates, "AWS::ElasticLoadBalancingV2::TargetGroup").Properties.HealthCheckPath = "/";
    },
  },
  {
    property: "two-replicas",
    name: "one replica at night",
    apply: (templates) => {
      const fits = ({ MinCapacity }: Json) => MinCapacity >= 2;
      first(
        templates,
        "AWS::ApplicationAutoScaling::ScalableTarget",
        "production",
        fits,
      ).Properties.MinCapacity = 1;
    },
  },
  {
    property: "most-replicas",
    name: "a thousand replicas",
    apply: (templates) => {
      first(templates, "AWS::ApplicationAutoScaling::ScalableTarget").Properties.MaxCapacity = 1000;
    },
  },
  {
    property: "scales",
    name: "not by requests",
    apply: (templates) =>
      remove(templates, "AWS::ApplicationAutoScaling::ScalingPolicy", "ScalingRequests"),
  },
  {
    property: "scales",
    name: "not by latency",
    apply: ({ production: { Resources } }) => {
      for (const id of Object.keys(Resources)) {
        if (/Latency\w*Policy/.test(id)) delete Resources[id];
      }
    },
  },
  {
    property: "workers-by-queue",
    name: "what waits is not measured",
    apply: (templates) => remove(templates, "AWS::Logs::MetricFilter"),
  },
  {
    property: "burn-rate",
    name: "a window missing",
    apply: (templates) => remove(templates, "AWS::CloudWatch::CompositeAlarm"),
  },
  {
    property: "burn-rate",
    name: "a threshold ten times too high",
    apply: (templates) => {
      const fits = ({ Threshold }: Json) => Math.abs(Threshold - 0.0144) < 1e-9;
      first(templates, "AWS::CloudWatch::Alarm", "production", fits).Properties.Threshold = 0.144;
    },
  },
  {
    property: "alarms-heard",
    name: "a burn rate that nobody hears",
    apply: (templates) => {
      first(templates, "AWS::CloudWatch::CompositeAlarm").Properties.AlarmActions = [];
    },
  },
  {
    property: "alarms-heard",
    name: "no subscriber",
    apply: (templates) => remove(templates, "AWS::SNS::Subscription"),
  },
  {
    property: "budget",
    name: "no forecast",
    apply: (templates) => {
      first(templates, "AWS::Budgets::Budget").Properties.NotificationsWithSubscribers.pop();
    },
  },
  {
    property: "dashboard",
    name: "no dashboard",
    apply: (templates) => remove(templates, "AWS::CloudWatch::Dashboard"),
  },
];
