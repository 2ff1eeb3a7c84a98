import { scalingPolicies } from "@ml-roadmap/cloud-service/delivery";
import { labelsOf, namespace } from "./labels.ts";
import type { Manifest } from "./manifest.ts";
import { servingPod, withoutGap } from "./service.ts";
import type { KubernetesSettings } from "./settings.ts";

/**
 * The stable replicas as KServe runs them, for clusters where all models are InferenceServices. KServe makes the
 * Deployment and its autoscaler; the pods carry the same labels, so that the Service, the route, the canary, the
 * network's policies and the monitoring are those of a cluster without it.
 */
export function inferenceService(settings: KubernetesSettings): Manifest {
  const { minReplicas, maxReplicas, cpuTarget } = scalingPolicies[settings.environment];
  const { spec } = servingPod(settings, "stable", settings.image);
  const [app] = spec?.containers ?? [];
  return {
    apiVersion: "serving.kserve.io/v1beta1",
    kind: "InferenceService",
    metadata: {
      name: "text-service",
      namespace,
      // Our own route leads to the pods.
      labels: { ...labelsOf("stable"), "networking.kserve.io/visibility": "cluster-local" },
      // A plain Deployment: Knative, KServe's other way, refuses half of what makes the pod safe.
      annotations: { "serving.kserve.io/deploymentMode": "RawDeployment" },
    },
    spec: {
      predictor: {
        minReplicas,
        maxReplicas,
        scaleMetric: "cpu",
        scaleTarget: Math.round(cpuTarget * 100),
        timeout: 30,
        labels: labelsOf("stable"),
        deploymentStrategy: withoutGap,
        ...spec,
        containers: [{ ...app, name: "kserve-container" }],
      },
    },
  };
}
