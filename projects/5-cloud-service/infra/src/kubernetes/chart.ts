import { ApiObject, App, Chart, type ApiObjectProps } from "cdk8s";
import { networkPolicies, ownNamespace, serviceAccount } from "./access.ts";
import { queueAuthentication, serviceScaler, workerScaler } from "./keda.ts";
import { burnRateRules, serviceMonitor } from "./monitoring.ts";
import { route } from "./route.ts";
import { autoscaler, deployment, disruptionBudget, service } from "./service.ts";
import type { KubernetesSettings } from "./settings.ts";
import { workers } from "./workers.ts";

/** A Kubernetes object as it is written out. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string } & Record<string, unknown>;
  spec?: Record<string, unknown>;
}

/** Everything of one environment, in the order in which it can be applied. */
export function manifests(settings: KubernetesSettings): Manifest[] {
  const { canaryImage, keda } = settings;
  const objects: object[] = [
    ownNamespace(),
    serviceAccount(settings),
    ...networkPolicies(settings),
    deployment(settings, "stable", settings.image),
    service("stable"),
    disruptionBudget("stable"),
    workers(settings),
    disruptionBudget("batch"),
    ...(keda
      ? [serviceScaler(settings), queueAuthentication(), workerScaler(settings)]
      : [autoscaler(settings)]),
    route(settings),
    serviceMonitor(),
    burnRateRules(),
  ];
  if (canaryImage !== undefined) {
    objects.push(deployment(settings, "canary", canaryImage), service("canary"));
  }
  const chart = new Chart(new App(), "text-service");
  const made = objects.map((object) => {
    // The interfaces of kubernetes-models are looser about undefined than cdk8s' props.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const { kind, metadata } = object as Manifest;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return new ApiObject(chart, `${kind}-${metadata.name}`, object as ApiObjectProps);
  });
  return made.map((object): Manifest => object.toJson());
}
