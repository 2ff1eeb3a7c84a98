import type { IDeployment } from "kubernetes-models/apps/v1/Deployment";
import type { IHorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler";
import type { IPodTemplateSpec } from "kubernetes-models/v1/PodTemplateSpec";
import type { IPodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import type { IService } from "kubernetes-models/v1/Service";
import { scalingPolicies } from "@ml-roadmap/cloud-service/delivery";
import { port } from "../aws/image.ts";
import { labelsOf, namespace } from "./labels.ts";
import { pod } from "./pod.ts";
import type { KubernetesSettings } from "./settings.ts";

/** An update takes no replica away before another is ready. */
export const withoutGap = {
  type: "RollingUpdate" as const,
  rollingUpdate: { maxUnavailable: 0, maxSurge: 1 },
};

/** One track of the service: `stable`, or `canary` with a tenth of its replicas. */
export function deployment(
  settings: KubernetesSettings,
  track: string,
  image: string,
): IDeployment {
  const { minReplicas } = scalingPolicies[settings.environment];
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: `text-service-${track}`, namespace, labels: labelsOf(track) },
    spec: {
      // The autoscaler's number, where there is one, is not to be set back by a deployment.
      ...(track === "canary" && { replicas: Math.max(1, Math.round(minReplicas / 10)) }),
      selector: { matchLabels: labelsOf(track) },
      revisionHistoryLimit: 5,
      progressDeadlineSeconds: 300,
      strategy: withoutGap,
      template: servingPod(settings, track, image),
    },
  };
}

/** The pod of one track. */
export function servingPod(
  { registry }: KubernetesSettings,
  track: string,
  image: string,
): IPodTemplateSpec {
  return pod({
    track,
    image,
    command: ["serve"],
    environment: {
      NODE_ENV: "production",
      HOST: "0.0.0.0",
      PORT: String(port),
      REGISTRY: registry,
      MODEL: "sentiment",
    },
    cpu: "1",
    memory: "2Gi",
    serves: true,
    grace: 45,
  });
}

export function service(track: string): IService {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: `text-service-${track}`, namespace, labels: labelsOf(track) },
    spec: {
      type: "ClusterIP",
      selector: labelsOf(track),
      ports: [{ name: "http", port: 80, targetPort: "http", protocol: "TCP" }],
    },
  };
}

/** However many nodes are drained at once, most replicas stay. */
export function disruptionBudget(track: string): IPodDisruptionBudget {
  return {
    apiVersion: "policy/v1",
    kind: "PodDisruptionBudget",
    metadata: { name: `text-service-${track}`, namespace, labels: labelsOf(track) },
    spec: { maxUnavailable: 1, selector: { matchLabels: labelsOf(track) } },
  };
}

/** Replicas by processor use; where KEDA is, its ScaledObject takes its place and looks at requests as well. */
export function autoscaler({ environment }: KubernetesSettings): IHorizontalPodAutoscaler {
  const { minReplicas, maxReplicas, cpuTarget, scaleInWindow, scaleOutCooldown } =
    scalingPolicies[environment];
  return {
    apiVersion: "autoscaling/v2",
    kind: "HorizontalPodAutoscaler",
    metadata: { name: "text-service-stable", namespace, labels: labelsOf("stable") },
    spec: {
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "text-service-stable" },
      minReplicas,
      maxReplicas,
      metrics: [
        {
          type: "Resource",
          resource: {
            name: "cpu",
            target: { type: "Utilization", averageUtilization: Math.round(cpuTarget * 100) },
          },
        },
      ],
      behavior: {
        scaleUp: {
          stabilizationWindowSeconds: 0,
          policies: [{ type: "Percent", value: 100, periodSeconds: scaleOutCooldown }],
        },
        scaleDown: {
          stabilizationWindowSeconds: scaleInWindow,
          policies: [{ type: "Percent", value: 20, periodSeconds: 60 }],
        },
      },
    },
  };
}
