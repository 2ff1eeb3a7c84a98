import type { IDeployment } from "kubernetes-models/apps/v1/Deployment";
import { labelsOf, namespace } from "./labels.ts";
import { pod } from "./pod.ts";
import type { KubernetesSettings } from "./settings.ts";

/** Workers of the batch queue. What one was at when it ended is done by another. */
export function workers(settings: KubernetesSettings): IDeployment {
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "text-service-batch", namespace, labels: labelsOf("batch") },
    spec: {
      selector: { matchLabels: labelsOf("batch") },
      revisionHistoryLimit: 5,
      strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 1, maxSurge: 1 } },
      template: pod({
        track: "batch",
        image: settings.image,
        command: ["worker", "--model", "sentiment", "--concurrency", "2"],
        environment: { NODE_ENV: "production", REGISTRY: settings.registry },
        secrets: { REDIS_URL: ["text-service-queue", "url"] },
        cpu: "2",
        memory: "4Gi",
        serves: false,
        grace: 120,
      }),
    },
  };
}
