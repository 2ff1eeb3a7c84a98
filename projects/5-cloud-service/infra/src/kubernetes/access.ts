import type { INetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import type { INamespace } from "kubernetes-models/v1/Namespace";
import type { IServiceAccount } from "kubernetes-models/v1/ServiceAccount";
import { port } from "../aws/image.ts";
import { labelsOf, namespace } from "./labels.ts";
import type { KubernetesSettings } from "./settings.ts";

/** The namespace itself refuses pods that ask for more than these do. */
export function ownNamespace(): INamespace {
  return {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: {
      name: namespace,
      labels: {
        "pod-security.kubernetes.io/enforce": "restricted",
        "pod-security.kubernetes.io/audit": "restricted",
        "pod-security.kubernetes.io/warn": "restricted",
      },
    },
  };
}

export function serviceAccount(settings: KubernetesSettings): IServiceAccount {
  return {
    apiVersion: "v1",
    kind: "ServiceAccount",
    metadata: {
      name: "text-service",
      namespace,
      annotations: { ...settings.serviceAccountAnnotations },
    },
    automountServiceAccountToken: false,
  };
}

const from = (name: string) => ({
  namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": name } },
});

/**
 * Nothing in and nothing out, except: requests from the gateway's namespace, scrapes from the monitoring's, names,
 * the registry by HTTPS to addresses outside the cluster's own ranges, and for workers the queue.
 */
export function networkPolicies({ gateway }: KubernetesSettings): INetworkPolicy[] {
  const policy = (name: string, spec: INetworkPolicy["spec"]): INetworkPolicy => ({
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name, namespace },
    spec,
  });
  return [
    policy("nothing", { podSelector: {}, policyTypes: ["Ingress", "Egress"] }),
    policy("requests", {
      podSelector: {
        matchExpressions: [
          { key: "app.kubernetes.io/component", operator: "In", values: ["stable", "canary"] },
        ],
      },
      policyTypes: ["Ingress"],
      ingress: [
        {
          from: [from(gateway.namespace), from("monitoring")],
          ports: [{ port, protocol: "TCP" }],
        },
      ],
    }),
    policy("registry", {
      podSelector: { matchLabels: { "app.kubernetes.io/name": "text-service" } },
      policyTypes: ["Egress"],
      egress: [
        {
          to: [from("kube-system")],
          ports: (["UDP", "TCP"] as const).map((protocol) => ({ port: 53, protocol })),
        },
        {
          to: [
            {
              ipBlock: {
                cidr: "0.0.0.0/0",
                except: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16"],
              },
            },
          ],
          ports: [{ port: 443, protocol: "TCP" }],
        },
      ],
    }),
    policy("queue", {
      podSelector: { matchLabels: labelsOf("batch") },
      policyTypes: ["Egress"],
      egress: [{ ports: [{ port: 6379, protocol: "TCP" }] }],
    }),
  ];
}
