import {
  desiredReplicas,
  serviceLevel,
  type ScalingPolicy,
} from "@ml-roadmap/cloud-service/delivery";
import type { Traffic } from "./traffic.ts";

/** What a replica is, as measured or assumed (`measured.ts`). */
export interface Replica {
  /** Processor time of a request in milliseconds. */
  readonly cpuMilliseconds: number;
  readonly processors: number;
  /** Seconds from the wish for a replica until it answers. */
  readonly startSeconds: number;
  /** Seconds by which a metric is late. */
  readonly metricDelay: number;
  /** Seconds of work that may wait before more is refused. */
  readonly mostWaiting: number;
}

export interface Simulation {
  readonly name: string;
  readonly requests: number;
  /** Share of requests that were answered, and in the promised time. */
  readonly good: number;
  readonly refused: number;
  readonly slow: number;
  readonly fewest: number;
  readonly most: number;
  readonly replicaHours: number;
}

/**
 * A service under a traffic, second by second: replicas share the load evenly, what is above their capacity waits,
 * what waits too long is refused. Answers take the time of an M/M/1 queue, whose 99th percentile is
 * `ln(100) * service / (1 - load)`, and what waits in front of them. The autoscaler sees minute averages, late, and
 * decides with the same function and numbers that are deployed.
 */
export function simulate(traffic: Traffic, policy: ScalingPolicy, replica: Replica): Simulation {
  const { requestsPerSecond } = traffic;
  const capacity = (replica.processors * 1000) / replica.cpuMilliseconds;
  const service = replica.cpuMilliseconds / 1000;
  const seconds = requestsPerSecond.length;
  const cpu = new Float64Array(seconds);
  const each = new Float64Array(seconds);
  const p99 = new Float64Array(seconds);
  const wishes: { at: number; wish: number }[] = [];
  let ready = desiredReplicas(
    1,
    [{ value: requestsPerSecond[0], target: policy.requestTarget }],
    policy,
  );
  let starting: number[] = [];
  let waiting = 0;
  let grown = -Infinity;
  let [requests, refused, slow, replicaSeconds] = [0, 0, 0, 0];
  let [fewest, most] = [ready, ready];

  for (let t = 0; t < seconds; t++) {
    ready += starting.filter((at) => at <= t).length;
    starting = starting.filter((at) => at > t);
    const come = requestsPerSecond[t];
    const able = ready * capacity;
    const backlog = waiting + come;
    const done = Math.min(able, backlog);
    const left = backlog - done;
    const kept = Math.min(left, able * replica.mostWaiting);
    waiting = kept;
    const load = Math.min(done / able, 0.999);
    p99[t] = (Math.log(100) * service) / (1 - load) + waiting / able;
    cpu[t] = load;
    each[t] = come / ready;
    requests += come;
    refused += left - kept;
    // Of an M/M/1 queue's answers exp(-(1 - load) * time / service) take longer than a time.
    const time = serviceLevel.p99Seconds - waiting / able;
    slow += done * (time <= 0 ? 1 : Math.exp((-(1 - load) * time) / service));
    replicaSeconds += ready + starting.length;
    most = Math.max(most, ready);
    fewest = Math.min(fewest, ready);
    if ((t + 1) % policy.interval === 0) scale(t);
  }

  function scale(t: number): void {
    const to = t - replica.metricDelay;
    const from = Math.max(0, to - policy.interval);
    if (to <= 0) return;
    const mean = (values: Float64Array) =>
      values.subarray(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
    const all = ready + starting.length;
    let wish = desiredReplicas(
      all,
      [
        // Replicas that are still starting carry nothing yet: the metrics are of those that do.
        { value: (mean(cpu) * ready) / all, target: policy.cpuTarget },
        { value: (mean(each) * ready) / all, target: policy.requestTarget },
      ],
      policy,
    );
    const step = policy.latencySteps.findLast(({ above }) => mean(p99) > above);
    if (step) wish = Math.min(policy.maxReplicas, Math.max(wish, all + step.add));
    wishes.push({ at: t, wish });
    if (wish > all && t - grown >= policy.scaleOutCooldown) {
      grown = t;
      for (let i = all; i < wish; i++) starting.push(t + replica.startSeconds);
    } else if (wish < all && starting.length === 0) {
      const recent = wishes.filter(({ at }) => at > t - policy.scaleInWindow);
      const whole = t >= policy.scaleInWindow;
      if (whole) ready = Math.min(ready, Math.max(...recent.map((one) => one.wish)));
    }
  }

  return {
    name: traffic.name,
    requests,
    good: 1 - (refused + slow) / requests,
    refused,
    slow,
    fewest,
    most,
    replicaHours: replicaSeconds / 3600,
  };
}
