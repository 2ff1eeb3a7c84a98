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
  /** Whether KServe runs the stable replicas, as an InferenceService; it scales them by processor use. */
  readonly kserve: boolean;
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
  kserve: false,
};

/** Settings by environment variables. @throws Error naming every variable that is wrong. */
export function readKubernetesSettings(
  environment: Readonly<Record<string, string | undefined>>,
): KubernetesSettings {
  const faults: string[] = [];
  const read = (name: string, pattern: RegExp, expected: string): string => {
    const value = environment[name] ?? "";
    if (!pattern.test(value)) faults.push(`${name}: expected ${expected}, found "${value}"`);
    return value;
  };
  const optional = (name: string, pattern: RegExp, expected: string, otherwise: string): string =>
    environment[name] === undefined ? otherwise : read(name, pattern, expected);
  const image = /^[^\s@]+@sha256:[0-9a-f]{64}$/;
  const name = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
  const either = /^(yes|no)$/;
  const annotations = optional("SERVICE_ACCOUNT_ANNOTATION", /^[^=\s]+=\S+$/, "key=value", "");
  const [key, ...value] = annotations.split("=");
  const canaryImage = optional("CANARY_IMAGE", image, "registry/name@sha256:digest", "");
  const settings: KubernetesSettings = {
    environment:
      optional("ENVIRONMENT", /^(staging|production)$/, "staging or production", "production") ===
      "staging"
        ? "staging"
        : "production",
    image: read("IMAGE", image, "registry/name@sha256:digest"),
    ...(canaryImage !== "" && { canaryImage }),
    canaryPercent: Number(optional("CANARY_PERCENT", /^([1-9]|10)$/, "1 to 10", "10")),
    registry: read("REGISTRY", /^s3:\/\/[^\s/]+\/\S+$/, "s3://bucket/models"),
    serviceAccountAnnotations: annotations === "" ? {} : { [key]: value.join("=") },
    hostname: read(
      "SERVICE_HOSTNAME",
      /^[a-z0-9.-]+\.[a-z]+$/,
      "a host name, such as text.example.com",
    ),
    gateway: {
      name: optional("GATEWAY", name, "the Gateway's name", "public"),
      namespace: optional("GATEWAY_NAMESPACE", name, "the Gateway's namespace", "gateway-system"),
    },
    prometheus: optional(
      "PROMETHEUS",
      /^https?:\/\/\S+$/,
      "Prometheus' address",
      exampleKubernetes.prometheus,
    ),
    keda: optional("KEDA", either, "yes or no", "yes") === "yes",
    kserve: optional("KSERVE", either, "yes or no", "no") === "yes",
  };
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return settings;
}
