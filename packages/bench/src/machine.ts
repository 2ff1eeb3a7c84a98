import { availableParallelism, cpus, platform, release } from "node:os";

export interface Machine {
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
  readonly system: string;
}

export function thisMachine(): Machine {
  return {
    node: process.versions.node,
    cpu: cpus()[0]?.model.trim() || "unknown processor",
    cores: availableParallelism(),
    system: `${platform()} ${release()}`,
  };
}
