import type { EnvironmentName } from "@ml-roadmap/cloud-service/delivery";
import { Variables } from "../read-variables.ts";

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
  const variables = new Variables(environment);
  const image = /^[^\s@]+@sha256:[0-9a-f]{64}$/;
  const name = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
  const either = /^(yes|no)$/;
  const annotations = variables.optional(
    "SERVICE_ACCOUNT_ANNOTATION",
    /^[^=\s]+=\S+$/,
    "key=value",
    "",
  );
  const [key, ...value] = annotations.split("=");
  const canaryImage = variables.optional("CANARY_IMAGE", image, "registry/name@sha256:digest", "");
  return variables.checked<KubernetesSettings>({
    environment:
      variables.optional(
        "ENVIRONMENT",
        /^(staging|production)$/,
        "staging or production",
        "production",
      ) === "staging"
        ? "staging"
        : "production",
    image: variables.read("IMAGE", image, "registry/name@sha256:digest"),
    ...(canaryImage !== "" && { canaryImage }),
    canaryPercent: Number(variables.optional("CANARY_PERCENT", /^([1-9]|10)$/, "1 to 10", "10")),
    registry: variables.read("REGISTRY", /^s3:\/\/[^\s/]+\/\S+$/, "s3://bucket/models"),
    serviceAccountAnnotations: annotations === "" ? {} : { [key]: value.join("=") },
    hostname: variables.read(
      "SERVICE_HOSTNAME",
      /^[a-z0-9.-]+\.[a-z]+$/,
      "a host name, such as text.example.com",
    ),
    gateway: {
      name: variables.optional("GATEWAY", name, "the Gateway's name", "public"),
      namespace: variables.optional(
        "GATEWAY_NAMESPACE",
        name,
        "the Gateway's namespace",
        "gateway-system",
      ),
    },
    prometheus: variables.optional(
      "PROMETHEUS",
      /^https?:\/\/\S+$/,
      "Prometheus' address",
      exampleKubernetes.prometheus,
    ),
    keda: variables.optional("KEDA", either, "yes or no", "yes") === "yes",
    kserve: variables.optional("KSERVE", either, "yes or no", "no") === "yes",
  });
}
