import { HTTPRoute } from "@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRoute";
import { ScaledObject } from "@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject";
import { TriggerAuthentication } from "@kubernetes-models/keda/keda.sh/v1alpha1/TriggerAuthentication";
import { PrometheusRule } from "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule";
import { ServiceMonitor } from "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { HorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import { Namespace } from "kubernetes-models/v1/Namespace";
import { Service } from "kubernetes-models/v1/Service";
import { ServiceAccount } from "kubernetes-models/v1/ServiceAccount";
import { deploymentOf, inPredictor } from "./kserve-schema.ts";

interface KnownKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly prototype: { validate(): void };
}

const kinds: readonly KnownKind[] = [
  Deployment,
  HorizontalPodAutoscaler,
  HTTPRoute,
  Namespace,
  NetworkPolicy,
  PodDisruptionBudget,
  PrometheusRule,
  ScaledObject,
  Service,
  ServiceAccount,
  ServiceMonitor,
  TriggerAuthentication,
];

/**
 * What is wrong with a Kubernetes object by the schema of its kind: wrong types, missing fields, and fields that the
 * schema does not know, which clusters drop without a word.
 */
export function validate(object: { apiVersion: string; kind: string }): string[] {
  const { apiVersion, kind } = object;
  if (apiVersion === "serving.kserve.io/v1beta1" && kind === "InferenceService") {
    const { deployment, faults } = deploymentOf(object);
    return [...faults, ...validate(deployment).map(inPredictor)];
  }
  const known = kinds.find((one) => one.apiVersion === apiVersion && one.kind === kind);
  if (!known) return [`${apiVersion} ${kind}: no schema is at hand`];
  const seen = new Set<string>();
  const faults: string[] = [];
  try {
    // As one of its kind, because the older models keep the schema's name there.
    const own: object = Object.create(known.prototype);
    Object.assign(own, object);
    known.prototype.validate.call(watched(own, "", seen));
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
  }
  const unknown = paths(object, "").filter((path) => !seen.has(path));
  return [...faults, ...unknown.map((path) => `${path}: the schema has no such field`)];
}

/**
 * The object, noting which fields are read. The validators are compiled from the schemas and read every field that
 * they know (and all fields of maps such as labels), so what they never read is unknown.
 */
function watched<T extends object>(value: T, path: string, seen: Set<string>): T {
  return new Proxy(value, {
    get(target, key, receiver) {
      const found: unknown = Reflect.get(target, key, receiver);
      if (typeof key !== "string" || !Object.hasOwn(target, key)) return found;
      const at = `${path}/${key}`;
      seen.add(at);
      return typeof found === "object" && found !== null ? watched(found, at, seen) : found;
    },
  });
}

/** Every field of an object and of what is in it; elements of arrays are no fields, but hold some. */
function paths(value: object, path: string): string[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const at = `${path}/${key}`;
    const below = typeof inner === "object" && inner !== null ? paths(inner, at) : [];
    return Array.isArray(value) ? below : [at, ...below];
  });
}
