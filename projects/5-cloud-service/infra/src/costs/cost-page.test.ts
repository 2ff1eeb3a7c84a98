import { scalingPolicies } from "@ml-roadmap/cloud-service/delivery";
import { describe, expect, test } from "vitest";
import { replica } from "../measured.ts";
import { exampleSettings } from "../settings.ts";
import { scenarios } from "../simulation/traffic.ts";
import { simulate } from "../simulation/simulate.ts";
import { costPage } from "./cost-page.ts";
import { monthlyCosts, replicaHour } from "./monthly-costs.ts";

const total = (load: number) =>
  monthlyCosts(load, "production").reduce((sum, { dollars }) => sum + dollars, 0);

describe("monthlyCosts", () => {
  test("follow the load", () => {
    expect(total(0)).toBeGreaterThan(100);
    expect(total(10)).toBeGreaterThan(total(0));
    expect(total(1000)).toBeGreaterThan(3 * total(10));
  });

  test("are the arithmetic that they show", () => {
    const [replicas] = monthlyCosts(1000, "production");
    const [count] = /^\d+/.exec(replicas.how)!;
    expect(replicas.dollars).toBeCloseTo(Number(count) * 730 * replicaHour, 6);
  });
});

test.each(["staging", "production"] as const)(
  "an idle month of %s is within its budget",
  (name) => {
    const idle = monthlyCosts(0, name).reduce((sum, { dollars }) => sum + dollars, 0);
    expect(idle).toBeLessThan(0.8 * exampleSettings.monthlyBudget[name]);
  },
);

describe("simulate(traffic, production's policy)", () => {
  const policy = scalingPolicies.production;

  test.each(["step", "ramp", "spike", "day"])("keeps the service level: %s", (name) => {
    const traffic = scenarios.find((one) => one.name === name)!;
    const result = simulate(traffic, policy, replica);
    expect(result.good).toBeGreaterThanOrEqual(0.999);
    expect(result.most).toBeLessThanOrEqual(policy.maxReplicas);
  });

  test("costs less over a day than replicas for its busiest hour", () => {
    const traffic = scenarios.find(({ name }) => name === "day")!;
    const { replicaHours, most } = simulate(traffic, policy, replica);
    expect(replicaHours).toBeLessThan(0.85 * most * 24);
  });

  test("breaks it where a flood comes at once, and says so", () => {
    const traffic = scenarios.find(({ name }) => name === "flood")!;
    const { good, refused } = simulate(traffic, policy, replica);
    expect(good).toBeLessThan(0.999);
    expect(refused).toBeGreaterThan(0);
  });

  test("counts every request once", () => {
    for (const traffic of scenarios) {
      const { requests } = simulate(traffic, policy, replica);
      expect(requests).toBeCloseTo(
        traffic.requestsPerSecond.reduce((sum, value) => sum + value, 0),
        3,
      );
    }
  });

  test("would not keep it with an autoscaler that looks every ten minutes", () => {
    const traffic = scenarios.find(({ name }) => name === "ramp")!;
    const slow = { ...policy, interval: 600, requestTarget: 320, cpuTarget: 0.95 };
    expect(simulate(traffic, slow, replica).good).toBeLessThan(0.999);
  });
});

test("the cost page is what is committed", async () => {
  await expect(costPage()).toMatchFileSnapshot("../../COSTS.md");
});
