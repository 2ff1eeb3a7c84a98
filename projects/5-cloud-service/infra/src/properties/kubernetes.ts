import type { Json } from "../aws/template.ts";
import type { Manifest } from "../kubernetes/manifest.ts";
import type { Property } from "./property.ts";

type Objects = Manifest[];

const of = (objects: Objects, kind: string): Json[] =>
  objects.filter((object) => object.kind === kind);
const named = (object: Json) => `${object.kind}/${object.metadata.name}`;
const podOf = (object: Json): Json => object.spec.template.spec;
const container = (object: Json): Json => podOf(object).containers[0];

/** Deployments of which something does not hold; that there is none is a fault as well. */
function deployments(objects: Objects, holds: (object: Json) => boolean): string[] {
  const found = of(objects, "Deployment");
  if (found.length === 0) return ["no Deployment at all"];
  return found.filter((one) => !holds(one)).map(named);
}

const serving = (object: Json) =>
  object.spec.template.metadata.labels["app.kubernetes.io/component"] !== "batch";

export const kubernetesProperties: readonly Property<Objects>[] = [
  {
    id: "k8s-non-root",
    says: "pods run as a user that is not root",
    faults: (objects) =>
      deployments(objects, (object) => {
        const { securityContext } = podOf(object);
        return securityContext?.runAsNonRoot === true && securityContext.runAsUser > 0;
      }),
  },
  {
    id: "k8s-read-only-root",
    says: "containers cannot change their own files",
    faults: (objects) =>
      deployments(
        objects,
        (one) => container(one).securityContext?.readOnlyRootFilesystem === true,
      ),
  },
  {
    id: "k8s-no-privileges",
    says: "containers have no capability, cannot gain any, and are confined by seccomp",
    faults: (objects) =>
      deployments(objects, (one) => {
        const own = container(one).securityContext ?? {};
        return (
          own.allowPrivilegeEscalation === false &&
          own.privileged !== true &&
          own.capabilities?.drop?.includes("ALL") &&
          !own.capabilities.add &&
          podOf(one).securityContext?.seccompProfile?.type === "RuntimeDefault"
        );
      }),
  },
  {
    id: "k8s-no-token",
    says: "pods get no token of the cluster",
    faults: (objects) =>
      deployments(objects, (one) => podOf(one).automountServiceAccountToken === false),
  },
  {
    id: "k8s-restricted-namespace",
    says: "the namespace refuses pods that ask for more",
    faults: (objects) =>
      of(objects, "Namespace")
        .filter(
          ({ metadata }) =>
            metadata.labels?.["pod-security.kubernetes.io/enforce"] !== "restricted",
        )
        .map(named),
  },
  {
    id: "k8s-limits",
    says: "memory and processors are asked for and limited",
    faults: (objects) =>
      deployments(objects, (one) => {
        const { requests, limits } = container(one).resources ?? {};
        return Boolean(
          requests?.cpu && requests.memory && limits?.cpu && limits.memory === requests.memory,
        );
      }),
  },
  {
    id: "k8s-image-by-digest",
    says: "images are named by their digests and not pulled each time",
    faults: (objects) =>
      deployments(
        objects,
        (one) =>
          /@sha256:[0-9a-f]{64}$/.test(container(one).image) &&
          container(one).imagePullPolicy === "IfNotPresent",
      ),
  },
  {
    id: "k8s-probes",
    says: "what serves is asked whether it has started, is ready and is alive, and readiness is not liveness",
    faults: (objects) =>
      deployments(
        objects,
        (one) =>
          !serving(one) ||
          (["startupProbe", "readinessProbe", "livenessProbe"].every(
            (name) => container(one)[name],
          ) &&
            container(one).readinessProbe.httpGet.path !==
              container(one).livenessProbe.httpGet.path),
      ),
  },
  {
    id: "k8s-no-gap",
    says: "an update takes no replica away before another is ready, and gives it time to end",
    faults: (objects) =>
      deployments(
        objects,
        (one) =>
          podOf(one).terminationGracePeriodSeconds >= 45 &&
          (!serving(one) || one.spec.strategy?.rollingUpdate?.maxUnavailable === 0),
      ),
  },
  {
    id: "k8s-spread",
    says: "replicas are spread over zones and nodes",
    faults: (objects) =>
      deployments(objects, (one) => {
        const keys = (podOf(one).topologySpreadConstraints ?? []).map(
          ({ topologyKey }: Json) => topologyKey,
        );
        return ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].every((key) =>
          keys.includes(key),
        );
      }),
  },
  {
    id: "k8s-disruption-budget",
    says: "draining nodes takes one stable replica at a time",
    faults: (objects) => {
      const budget = of(objects, "PodDisruptionBudget").find(
        ({ metadata }) => metadata.name === "text-service-stable",
      );
      return budget?.spec.maxUnavailable === 1 ? [] : ["text-service-stable"];
    },
  },
  {
    id: "k8s-closed-network",
    says: "what is not allowed is refused, in both directions",
    faults: (objects) => {
      const all = of(objects, "NetworkPolicy").find(
        ({ spec }) => Object.keys(spec.podSelector).length === 0,
      );
      const closes =
        all?.spec.policyTypes.includes("Ingress") &&
        all.spec.policyTypes.includes("Egress") &&
        !all.spec.ingress &&
        !all.spec.egress;
      return closes ? [] : ["no policy closes everything"];
    },
  },
  {
    id: "k8s-known-callers",
    says: "requests come from the gateway and the monitoring only, and nothing reaches a cloud's metadata address",
    faults: (objects) =>
      of(objects, "NetworkPolicy").flatMap((object) => {
        const open = (object.spec.ingress ?? []).some((rule: Json) => !rule.from?.length);
        const blocks: Json[] = (object.spec.egress ?? []).flatMap((rule: Json) => rule.to ?? []);
        const metadata = blocks.some(
          ({ ipBlock }) => ipBlock && !(ipBlock.except ?? []).includes("169.254.0.0/16"),
        );
        return open || metadata ? [named(object)] : [];
      }),
  },
  {
    id: "k8s-no-plain-secrets",
    says: "the queue's password comes from a secret",
    faults: (objects) =>
      deployments(objects, (one) =>
        container(one).env.every(
          ({ name, value }: Json) => !/URL|PASSWORD|TOKEN/.test(name) || value === undefined,
        ),
      ),
  },
  {
    id: "k8s-canary-share",
    says: "the canary gets at most a tenth, and the shares make a whole",
    faults: (objects) =>
      of(objects, "HTTPRoute").flatMap((route) => {
        const weights: Json[] = route.spec.rules[0].backendRefs;
        const sum = weights.reduce((total, { weight }) => total + Number(weight), 0);
        const canary = weights.find(({ name }) => name.endsWith("canary"));
        return sum === 100 && !(canary?.weight > 10) ? [] : [named(route)];
      }),
  },
  {
    id: "k8s-scales",
    says: "replicas follow processor use and requests between at least two and a bound; workers what waits",
    faults: (objects) => {
      const scalers = of(objects, "ScaledObject");
      const scaler = (name: string) => scalers.find(({ metadata }) => metadata.name === name)?.spec;
      const triggers = (name: string) =>
        (scaler(name)?.triggers ?? []).map(({ type }: Json) => type).join();
      const stable = scaler("text-service-stable");
      return [
        triggers("text-service-stable") === "cpu,prometheus" ? "" : "service: triggers",
        stable?.minReplicaCount >= 2 && stable.maxReplicaCount <= 50 ? "" : "service: bounds",
        stable?.fallback ? "" : "service: no fallback",
        triggers("text-service-batch") === "redis" ? "" : "workers: triggers",
        scaler("text-service-batch")?.maxReplicaCount <= 50 ? "" : "workers: bounds",
      ].filter(Boolean);
    },
  },
  {
    id: "k8s-burn-rate",
    says: "the error budget's burn rates ring, in a long and a short window each",
    faults: (objects) => {
      const rules: Json[] = of(objects, "PrometheusRule").flatMap(
        ({ spec }) => spec.groups[0].rules,
      );
      const burn = rules.filter(({ alert }) => /BudgetBurn/.test(alert));
      // Probes are requests too: they would thin the failures out.
      const ofPredictions = (expr: string) =>
        / and /.test(expr) && !/http_requests_total\{(?![^}]*method="POST")/.test(expr);
      return burn.length === 3 && burn.every(({ expr }) => ofPredictions(expr))
        ? []
        : [`${burn.length} rules`];
    },
  },
  {
    id: "k8s-scraped",
    says: "metrics are read, and tell the canary from the others",
    faults: (objects) => {
      const [monitor] = of(objects, "ServiceMonitor");
      const labels = (monitor?.spec.endpoints[0].relabelings ?? []).map(
        ({ targetLabel }: Json) => targetLabel,
      );
      return labels.includes("track") ? [] : ["ServiceMonitor"];
    },
  },
];
