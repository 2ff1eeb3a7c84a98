import { Arena, arenaCapacity, paddedCount, scratchFloats } from "./arena.ts";
import { momentCount } from "./optimizer.ts";
import type { Optimizer } from "./optimizer.ts";

export type TrainedParameter = {
  readonly name: string;
  readonly shape: readonly number[];
};

/** A trained parameter with its moments, in one arena. */
export type Slot = TrainedParameter & {
  readonly arena: Arena;
  readonly weights: Float32Array;
  /** First and second moment, as many as the optimiser keeps. */
  readonly moments: readonly Float32Array[];
  readonly decays: boolean;
  readonly learningRateFactor: number;
};

export function sizeOfShape(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/**
 * Lays the parameters out in as few arenas as they need (one holds 4 GiB).
 * Throws when a single parameter and its moments are larger than that.
 */
export function allocateSlots(
  parameters: readonly TrainedParameter[],
  optimizer: Optimizer,
): Slot[] {
  const copies = 1 + momentCount(optimizer);
  const capacity = arenaCapacity / 4 - 2 * scratchFloats;
  return groupsWithin(parameters, copies, capacity).flatMap((group) => {
    const floats = group.reduce((sum, { shape }) => sum + floatsOf(shape, copies), 0);
    const arena = new Arena(floats);
    return group.map(({ name, shape }): Slot => {
      const [weights, ...moments] = Array.from({ length: copies }, () =>
        arena.allocate(sizeOfShape(shape)),
      );
      const decays = optimizer.decays(name, shape);
      const learningRateFactor = factorOf(optimizer, name, shape);
      return { name, shape, arena, weights, moments, decays, learningRateFactor };
    });
  });
}

function factorOf(
  { learningRateFactor }: Optimizer,
  name: string,
  shape: readonly number[],
): number {
  const factor = learningRateFactor(name, shape);
  if (Number.isFinite(factor) && factor >= 0) return factor;
  throw new RangeError(
    `train: learningRateFactor of ${name}: expected a number >= 0, found ${factor}`,
  );
}

function floatsOf(shape: readonly number[], copies: number): number {
  return paddedCount(sizeOfShape(shape)) * copies;
}

function groupsWithin(
  parameters: readonly TrainedParameter[],
  copies: number,
  capacity: number,
): TrainedParameter[][] {
  const groups: TrainedParameter[][] = [];
  let room = 0;
  for (const parameter of parameters) {
    const floats = floatsOf(parameter.shape, copies);
    if (floats > capacity) {
      throw new RangeError(
        `train: ${parameter.name} of shape [${parameter.shape.join(", ")}] and its moments need ${floats * 4} bytes, one WebAssembly memory holds ${arenaCapacity}; freeze it`,
      );
    }
    if (floats > room || groups.length === 0) {
      groups.push([]);
      room = capacity;
    }
    groups[groups.length - 1].push(parameter);
    room -= floats;
  }
  return groups;
}
