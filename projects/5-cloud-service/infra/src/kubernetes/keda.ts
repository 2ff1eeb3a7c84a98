import type { IScaledObject } from "@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject";
import type { ITriggerAuthentication } from "@kubernetes-models/keda/keda.sh/v1alpha1/TriggerAuthentication";
import { scalingPolicies, workerPolicies } from "@ml-roadmap/cloud-service/delivery";
import { labelsOf, namespace } from "./labels.ts";
import type { KubernetesSettings } from "./settings.ts";

/** Replicas by processor use and by requests, from Prometheus; the higher wish counts. */
export function serviceScaler(settings: KubernetesSettings): IScaledObject {
  const policy = scalingPolicies[settings.environment];
  return {
    apiVersion: "keda.sh/v1alpha1",
    kind: "ScaledObject",
    metadata: { name: "text-service-stable", namespace, labels: labelsOf("stable") },
    spec: {
      scaleTargetRef: { name: "text-service-stable" },
      minReplicaCount: policy.minReplicas,
      maxReplicaCount: policy.maxReplicas,
      pollingInterval: 15,
      // While Prometheus is away, what a usual day needs: not nothing, and not what it was last.
      fallback: { failureThreshold: 4, replicas: policy.minReplicas * 2 },
      advanced: {
        horizontalPodAutoscalerConfig: {
          behavior: { scaleDown: { stabilizationWindowSeconds: policy.scaleInWindow } },
        },
      },
      triggers: [
        {
          type: "cpu",
          metricType: "Utilization",
          metadata: { value: String(Math.round(policy.cpuTarget * 100)) },
        },
        {
          type: "prometheus",
          metadata: {
            serverAddress: settings.prometheus,
            query: `sum(rate(http_requests_total{namespace="${namespace}",method="POST"}[2m]))`,
            threshold: String(policy.requestTarget),
          },
        },
      ],
    },
  };
}

/** Workers from none, one for so many chunks that wait in BullMQ's list. */
export function workerScaler({ environment }: KubernetesSettings): IScaledObject {
  const { minWorkers, maxWorkers, chunksPerWorker } = workerPolicies[environment];
  return {
    apiVersion: "keda.sh/v1alpha1",
    kind: "ScaledObject",
    metadata: { name: "text-service-batch", namespace, labels: labelsOf("batch") },
    spec: {
      scaleTargetRef: { name: "text-service-batch" },
      minReplicaCount: minWorkers,
      maxReplicaCount: maxWorkers,
      pollingInterval: 15,
      cooldownPeriod: 300,
      triggers: [
        {
          type: "redis",
          metadata: {
            listName: "bull:text-service-score:wait",
            listLength: String(chunksPerWorker),
            enableTLS: "true",
          },
          authenticationRef: { name: "text-service-queue" },
        },
      ],
    },
  };
}

/** The queue's address and password, from a secret that an operator or External Secrets puts there. */
export function queueAuthentication(): ITriggerAuthentication {
  const parameter = (name: string) => ({ parameter: name, name: "text-service-queue", key: name });
  return {
    apiVersion: "keda.sh/v1alpha1",
    kind: "TriggerAuthentication",
    metadata: { name: "text-service-queue", namespace },
    spec: { secretTargetRef: [parameter("address"), parameter("password")] },
  };
}
