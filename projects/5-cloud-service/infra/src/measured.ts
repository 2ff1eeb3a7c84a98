import type { Replica } from "./simulation/simulate.ts";

/** A figure with where it comes from: what is `assumed` was not measured by anybody here. */
export interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly from: "measured" | "assumed";
  readonly source: string;
}

/** Every figure that the simulation, the capacity plan and the costs are made of. */
export const figures = {
  cpuMilliseconds: {
    value: 2.8,
    unit: "ms of a processor for a request",
    from: "measured",
    source:
      "`npm run bench -- text-service`: roadmap-bert in int8, reviews of 22 tokens, 32 connections, on an AMD EPYC (Zen 3)",
  },
  startSeconds: {
    value: 75,
    unit: "s from the wish for a replica until it answers",
    from: "assumed",
    source:
      "Fargate gets a task and its image in about a minute; the service itself is ready in seconds",
  },
  metricDelay: {
    value: 60,
    unit: "s by which a minute's metric is late",
    from: "assumed",
    source: "CloudWatch's minute metrics of load balancers",
  },
  requestBytes: {
    value: 2000,
    unit: "bytes of a request and its answer",
    from: "assumed",
    source: "a review and its labels as JSON, with headers",
  },
} as const satisfies Record<string, Figure>;

/** A replica as it is deployed: one virtual processor, 2 GiB. */
export const replica: Replica = {
  cpuMilliseconds: figures.cpuMilliseconds.value,
  processors: 1,
  startSeconds: figures.startSeconds.value,
  metricDelay: figures.metricDelay.value,
  mostWaiting: 1,
};
