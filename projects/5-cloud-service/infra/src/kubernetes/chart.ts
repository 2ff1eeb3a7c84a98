import { ApiObject, App, Chart, type ApiObjectProps } from "cdk8s";
import { networkPolicies, ownNamespace, serviceAccount } from "./access.ts";
import { inferenceService } from "./kserve.ts";
import { queueAuthentication, serviceScaler, workerScaler } from "./keda.ts";
import type { Manifest } from "./manifest.ts";
import { burnRateRules, serviceMonitor } from "./monitoring.ts";
import { route } from "./route.ts";
import { autoscaler, deployment, disruptionBudget, service } from "./service.ts";
import type { KubernetesSettings } from "./settings.ts";
import { workers } from "./workers.ts";

/** Everything of one environment, in the order in which it can be applied. */
export function manifests(settings: KubernetesSettings): Manifest[] {
  const { canaryImage, keda, kserve } = settings;
  const objects: object[] = [
    ownNamespace(),
    serviceAccount(settings),
    ...networkPolicies(settings),
    kserve ? inferenceService(settings) : deployment(settings, "stable", settings.image),
    service("stable"),
    disruptionBudget("stable"),
    workers(settings),
    disruptionBudget("batch"),
    ...(kserve ? [] : [keda ? serviceScaler(settings) : autoscaler(settings)]),
    ...(keda ? [queueAuthentication(), workerScaler(settings)] : []),
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
