import { ks, psi } from "../drift/distance.ts";
import { decide } from "../gate/decide.ts";
import { bucketByLength } from "../model/bucket-by-length.ts";
import type { Manifest } from "../registry/manifest.ts";
import { manifestDigest } from "../registry/manifest-digest.ts";
import { rollbackTarget } from "../registry/rollback-target.ts";
import { inShare } from "../traffic/in-share.ts";

// A test of a whole first meets every function that the whole is made of, so that it says which one is not
// written yet, where otherwise a refusal or a 500 would hide it.

const manifest: Manifest = {
  format: 1,
  name: "solved",
  version: "1",
  createdAt: "2026-01-01T00:00:00.000Z",
  createdBy: "test",
  files: [],
  metrics: {},
};

export function solvedRegistry(): void {
  manifestDigest(manifest);
  rollbackTarget([]);
}

export function solvedGate(): void {
  bucketByLength([1], 1);
  const one = { predictions: [0, 1], milliseconds: 1, bytes: 1 };
  const limits = {
    maxDrop: 0,
    alpha: 0.05,
    sliceFloor: 0,
    sliceSize: 1,
    maxSlowdown: 1,
    maxBytes: 1,
  };
  decide({ truth: [0, 1], slices: ["all", "all"] }, one, one, limits);
}

/** Everything that the service is made of. */
export function solved(): void {
  solvedRegistry();
  solvedGate();
  inShare("", 1, "solved");
  psi([1], [1]);
  ks([1], [1]);
}
