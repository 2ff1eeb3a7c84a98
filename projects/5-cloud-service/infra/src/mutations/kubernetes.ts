import type { Json } from "../aws/template.ts";
import type { Manifest } from "../kubernetes/manifest.ts";
import type { Mutation } from "../properties/property.ts";

const object = (objects: Manifest[], kind: string, name?: string): Json =>
  objects.find(({ kind: own, metadata }) => own === kind && (!name || metadata.name === name))!;
const pod = (objects: Manifest[], name = "text-service-stable"): Json =>
  object(objects, "Deployment", name).spec.template.spec;
const container = (objects: Manifest[], name?: string): Json => pod(objects, name).containers[0];

/** Takes one object away. */
function remove(objects: Manifest[], kind: string, name?: string): void {
  objects.splice(objects.indexOf(object(objects, kind, name)), 1);
}

const mutation = (
  property: string,
  name: string,
  apply: (objects: Manifest[]) => void,
): Mutation<Manifest[]> => ({ property: `k8s-${property}`, name, apply });

export const kubernetesMutations: readonly Mutation<Manifest[]>[] = [
  mutation("non-root", "user 0", (objects) => {
    pod(objects).securityContext.runAsUser = 0;
  }),
  mutation("non-root", "workers whoever the image says", (objects) => {
    delete pod(objects, "text-service-batch").securityContext.runAsNonRoot;
  }),
  mutation("read-only-root", "files that can be changed", (objects) => {
    container(objects).securityContext.readOnlyRootFilesystem = false;
  }),
  mutation("no-privileges", "a capability", (objects) => {
    container(objects).securityContext.capabilities.add = ["NET_ADMIN"];
  }),
  mutation("no-privileges", "capabilities kept", (objects) => {
    container(objects).securityContext.capabilities.drop = [];
  }),
  mutation("no-privileges", "more may be gained", (objects) => {
    container(objects, "text-service-canary").securityContext.allowPrivilegeEscalation = true;
  }),
  mutation("no-privileges", "no seccomp", (objects) => {
    delete pod(objects).securityContext.seccompProfile;
  }),
  mutation("no-token", "a token in every pod", (objects) => {
    delete pod(objects).automountServiceAccountToken;
  }),
  mutation("restricted-namespace", "only warned", (objects) => {
    const { labels } = object(objects, "Namespace").metadata;
    labels["pod-security.kubernetes.io/enforce"] = "baseline";
  }),
  mutation("limits", "no limit of memory", (objects) => {
    delete container(objects, "text-service-batch").resources.limits.memory;
  }),
  mutation("limits", "nothing asked for", (objects) => {
    delete container(objects).resources.requests;
  }),
  mutation("image-by-digest", "the canary's image by tag", (objects) => {
    container(objects, "text-service-canary").image = "registry/text-service:next";
  }),
  mutation("image-by-digest", "pulled each time", (objects) => {
    container(objects).imagePullPolicy = "Always";
  }),
  mutation("probes", "alive means ready", (objects) => {
    const own = container(objects);
    own.livenessProbe.httpGet.path = own.readinessProbe.httpGet.path;
  }),
  mutation("probes", "no time to start", (objects) => {
    delete container(objects).startupProbe;
  }),
  mutation("no-gap", "a quarter away at once", (objects) => {
    const { rollingUpdate } = object(objects, "Deployment", "text-service-stable").spec.strategy;
    rollingUpdate.maxUnavailable = "25%";
  }),
  mutation("no-gap", "killed after a second", (objects) => {
    pod(objects).terminationGracePeriodSeconds = 1;
  }),
  mutation("spread", "all in one zone", (objects) => {
    pod(objects).topologySpreadConstraints.shift();
  }),
  mutation("disruption-budget", "none", (objects) => {
    remove(objects, "PodDisruptionBudget", "text-service-stable");
  }),
  mutation("disruption-budget", "all may go at once", (objects) => {
    object(objects, "PodDisruptionBudget", "text-service-stable").spec.maxUnavailable = "100%";
  }),
  mutation("closed-network", "nothing closed", (objects) => {
    remove(objects, "NetworkPolicy", "nothing");
  }),
  mutation("closed-network", "everything may go out", (objects) => {
    object(objects, "NetworkPolicy", "nothing").spec.policyTypes = ["Ingress"];
  }),
  mutation("known-callers", "requests from anywhere", (objects) => {
    delete object(objects, "NetworkPolicy", "requests").spec.ingress[0].from;
  }),
  mutation("known-callers", "the metadata address in reach", (objects) => {
    object(objects, "NetworkPolicy", "registry").spec.egress[1].to[0].ipBlock.except = [];
  }),
  mutation("no-plain-secrets", "the queue's address as it is", (objects) => {
    const own = container(objects, "text-service-batch");
    own.env = own.env.map((one: Json) =>
      one.name === "REDIS_URL" ? { name: one.name, value: "rediss://:secret@queue:6379" } : one,
    );
  }),
  mutation("canary-share", "half for the canary", (objects) => {
    const [stable, canary] = object(objects, "HTTPRoute").spec.rules[0].backendRefs;
    [stable.weight, canary.weight] = [50, 50];
  }),
  mutation("canary-share", "shares that make no whole", (objects) => {
    object(objects, "HTTPRoute").spec.rules[0].backendRefs[0].weight = 10;
  }),
  mutation("scales", "one replica at night", (objects) => {
    object(objects, "ScaledObject", "text-service-stable").spec.minReplicaCount = 1;
  }),
  mutation("scales", "not by requests", (objects) => {
    object(objects, "ScaledObject", "text-service-stable").spec.triggers.pop();
  }),
  mutation("scales", "blind without Prometheus", (objects) => {
    delete object(objects, "ScaledObject", "text-service-stable").spec.fallback;
  }),
  mutation("burn-rate", "long windows only", (objects) => {
    const [rule] = object(objects, "PrometheusRule").spec.groups[0].rules;
    rule.expr = rule.expr.split(" and ")[0];
  }),
  mutation("scraped", "canary and stable as one", (objects) => {
    object(objects, "ServiceMonitor").spec.endpoints[0].relabelings = [];
  }),
];
