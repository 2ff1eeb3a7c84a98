import { describe, expect, test } from "vitest";
import { loadPhases } from "../phase/repository.ts";
import { repository } from "../test-support/workspace.ts";
import { verifyPhase } from "../verify/verify-phase.ts";

const options = { standalone: true, onProgress: () => {} };

describe("roadmap verify", () => {
  test.each(loadPhases(repository).map((phase) => [phase.name, phase] as const))(
    "finds no fault in %s",
    async (_, phase) => {
      const { faults, skipped } = await verifyPhase(repository, phase, options);
      expect(faults.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
      expect(skipped).toEqual([]);
    },
  );
});
