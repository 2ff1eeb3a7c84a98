import type { IPodTemplateSpec } from "kubernetes-models/v1/PodTemplateSpec";
import { entryPoint, port, readyPath } from "../aws/image.ts";
import { labelsOf } from "./labels.ts";

export interface PodOptions {
  readonly track: string;
  readonly image: string;
  readonly command: string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Environment variables from a secret: name -> [secret, key]. */
  readonly secrets?: Readonly<Record<string, readonly [string, string]>>;
  readonly cpu: string;
  readonly memory: string;
  /** Whether it answers requests, and is asked whether it is ready. */
  readonly serves: boolean;
  /** Seconds that it may take to end. */
  readonly grace: number;
}

/**
 * A pod of the image that may do nothing but compute: no root, no capability, a file system to read only, no token of
 * the cluster. Its limits are its requests for memory, so that it is never killed for what others take.
 */
export function pod(options: PodOptions): IPodTemplateSpec {
  const labels = labelsOf(options.track);
  const probe = (path: string, periodSeconds: number, failureThreshold: number) => ({
    httpGet: { path, port: "http" },
    periodSeconds,
    failureThreshold,
    timeoutSeconds: 3,
  });
  return {
    metadata: { labels },
    spec: {
      serviceAccountName: "text-service",
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      terminationGracePeriodSeconds: options.grace,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 10001,
        runAsGroup: 10001,
        fsGroup: 10001,
        seccompProfile: { type: "RuntimeDefault" },
      },
      topologySpreadConstraints: ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].map(
        (topologyKey) => ({
          topologyKey,
          maxSkew: 1,
          whenUnsatisfiable: "ScheduleAnyway",
          labelSelector: { matchLabels: labels },
        }),
      ),
      containers: [
        {
          name: "app",
          image: options.image,
          imagePullPolicy: "IfNotPresent",
          command: entryPoint,
          args: options.command,
          env: [
            ...Object.entries(options.environment).map(([name, value]) => ({ name, value })),
            ...Object.entries(options.secrets ?? {}).map(([name, [secret, key]]) => ({
              name,
              valueFrom: { secretKeyRef: { name: secret, key } },
            })),
          ],
          resources: {
            requests: { cpu: options.cpu, memory: options.memory },
            limits: { cpu: options.cpu, memory: options.memory },
          },
          securityContext: {
            allowPrivilegeEscalation: false,
            privileged: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ["ALL"] },
          },
          volumeMounts: [{ name: "tmp", mountPath: "/tmp" }],
          ...(options.serves && {
            ports: [{ name: "http", containerPort: port, protocol: "TCP" }],
            startupProbe: probe(readyPath, 2, 60),
            readinessProbe: probe(readyPath, 5, 2),
            livenessProbe: probe("/v2/health/live", 10, 6),
          }),
        },
      ],
      volumes: [{ name: "tmp", emptyDir: { sizeLimit: "1Gi" } }],
    },
  };
}
