/** How one environment's service grows and shrinks. AWS, Kubernetes, Cloud Run and the simulation read this. */
export interface ScalingPolicy {
  readonly minReplicas: number;
  readonly maxReplicas: number;
  /** Processor use that is aimed at, as a share of what a replica has. */
  readonly cpuTarget: number;
  /** Requests a second and replica that are aimed at. */
  readonly requestTarget: number;
  /** p99 in seconds above which replicas are added, and how many. */
  readonly latencySteps: readonly { readonly above: number; readonly add: number }[];
  /** How far from its target a metric may be, as a share, before anything changes. */
  readonly tolerance: number;
  /** Seconds between two looks. */
  readonly interval: number;
  /** Seconds after growing before growing again. */
  readonly scaleOutCooldown: number;
  /** Seconds of which the highest wish counts when shrinking. */
  readonly scaleInWindow: number;
}

/** How the workers of the batch queue grow: from none, by what waits. */
export interface WorkerPolicy {
  readonly minWorkers: number;
  readonly maxWorkers: number;
  /** Chunks that may wait for each worker. */
  readonly chunksPerWorker: number;
}

export type EnvironmentName = "staging" | "production";

const shared = {
  cpuTarget: 0.6,
  requestTarget: 60,
  latencySteps: [
    { above: 0.2, add: 1 },
    { above: 0.4, add: 3 },
  ],
  tolerance: 0.1,
  interval: 60,
  scaleOutCooldown: 60,
  scaleInWindow: 600,
};

export const scalingPolicies: Readonly<Record<EnvironmentName, ScalingPolicy>> = {
  staging: { ...shared, minReplicas: 1, maxReplicas: 4 },
  production: { ...shared, minReplicas: 2, maxReplicas: 40 },
};

export const workerPolicies: Readonly<Record<EnvironmentName, WorkerPolicy>> = {
  staging: { minWorkers: 0, maxWorkers: 2, chunksPerWorker: 20 },
  production: { minWorkers: 0, maxWorkers: 20, chunksPerWorker: 20 },
};
