import type { EnvironmentName } from "@ml-roadmap/cloud-service/delivery";

/** What a cluster's operator chooses. */
export interface KubernetesSettings {
  readonly environment: EnvironmentName;
  /** `registry/text-service@sha256:...` */
  readonly image: string;
  /** The canary's image; left out while there is none. */
  readonly canaryImage?: string;
  /** Share of the traffic in percent that the canary gets. */
  readonly canaryPercent: number;
  /** `s3://bucket/models` or another that speaks S3. */
  readonly registry: string;
  /** Account of the cloud that may read the registry, as the cluster spells it (IRSA, Workload Identity). */
  readonly serviceAccountAnnotations: Readonly<Record<string, string>>;
  readonly hostname: string;
  /** Of the Gateway that the cluster has. */
  readonly gateway: { readonly name: string; readonly namespace: string };
  readonly prometheus: string;
  /** Whether the cluster has KEDA: then it scales by requests and by what waits, else by processor use only. */
  readonly keda: boolean;
}

export const exampleKubernetes: KubernetesSettings = {
  environment: "production",
  image: `registry.example.com/text-service@sha256:${"0".repeat(64)}`,
  canaryImage: `registry.example.com/text-service@sha256:${"1".repeat(64)}`,
  canaryPercent: 10,
  registry: "s3://text-service-production-models/models",
  serviceAccountAnnotations: {
    "eks.amazonaws.com/role-arn": "arn:aws:iam::111122223333:role/text-service-production-read",
  },
  hostname: "text.example.com",
  gateway: { name: "public", namespace: "gateway-system" },
  prometheus: "http://prometheus-operated.monitoring.svc:9090",
  keda: true,
};
