import { describe, expect, test } from "vitest";
import { desiredReplicas } from "./desired-replicas.ts";

const policy = { minReplicas: 2, maxReplicas: 10, tolerance: 0.1 };

describe("5.11 desiredReplicas", () => {
  test("is current times value over target, rounded up", () => {
    expect(desiredReplicas(4, [{ value: 0.9, target: 0.6 }], policy)).toBe(6);
    expect(desiredReplicas(3, [{ value: 0.75, target: 0.5 }], policy)).toBe(5);
    expect(desiredReplicas(5, [{ value: 0.7, target: 0.6 }], policy)).toBe(6);
    expect(desiredReplicas(5, [{ value: 0.74, target: 0.6 }], policy)).toBe(7);
    expect(desiredReplicas(6, [{ value: 0.25, target: 0.6 }], policy)).toBe(3);
  });

  test("stays while the value is about the target", () => {
    expect(desiredReplicas(4, [{ value: 0.65, target: 0.6 }], policy)).toBe(4);
    expect(desiredReplicas(4, [{ value: 0.55, target: 0.6 }], policy)).toBe(4);
  });

  test("is enough for every metric: the highest wish counts", () => {
    const metrics = [
      { value: 0.3, target: 0.6 },
      { value: 90, target: 60 },
    ];
    expect(desiredReplicas(4, metrics, policy)).toBe(6);
    expect(desiredReplicas(4, metrics.toReversed(), policy)).toBe(6);
  });

  test("does not shrink while a metric cannot be read", () => {
    expect(desiredReplicas(4, [{ value: 0.1, target: 0.6 }, { target: 60 }], policy)).toBe(4);
    expect(desiredReplicas(4, [{ target: 60 }], policy)).toBe(4);
  });

  test("grows by the metrics that can be read", () => {
    expect(desiredReplicas(4, [{ target: 60 }, { value: 0.9, target: 0.6 }], policy)).toBe(6);
  });

  test("keeps to its limits, also when nothing is asked for", () => {
    expect(desiredReplicas(4, [{ value: 6, target: 0.6 }], policy)).toBe(10);
    expect(desiredReplicas(4, [{ value: 0, target: 0.6 }], policy)).toBe(2);
    expect(desiredReplicas(1, [], policy)).toBe(2);
  });
});
