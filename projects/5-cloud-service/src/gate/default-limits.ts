import type { GateLimits } from "./decide.ts";

export const defaultLimits: GateLimits = {
  maxDrop: 0.01,
  alpha: 0.05,
  sliceFloor: 0.6,
  sliceSize: 20,
  maxSlowdown: 1.5,
  maxBytes: 200e6,
};
