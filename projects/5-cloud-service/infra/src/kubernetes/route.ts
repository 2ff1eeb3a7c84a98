import type { IHTTPRoute } from "@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRoute";
import { labelsOf, namespace } from "./labels.ts";
import type { KubernetesSettings } from "./settings.ts";

/** Who gets the traffic: everything to the stable replicas, but for the canary's share while there is one. */
export function route(settings: KubernetesSettings): IHTTPRoute {
  const share = settings.canaryImage === undefined ? 0 : settings.canaryPercent;
  const backend = (track: string, weight: number) => ({
    name: `text-service-${track}`,
    port: 80,
    weight,
  });
  return {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "HTTPRoute",
    metadata: { name: "text-service", namespace, labels: labelsOf("stable") },
    spec: {
      parentRefs: [{ ...settings.gateway, sectionName: "https" }],
      hostnames: [settings.hostname],
      rules: [
        {
          matches: [{ path: { type: "PathPrefix", value: "/" } }],
          backendRefs: [
            backend("stable", 100 - share),
            ...(share > 0 ? [backend("canary", share)] : []),
          ],
        },
      ],
    },
  };
}
