/** What comes in. */
export interface Load {
  readonly requestsPerSecond: number;
  /** Processor time of a request in milliseconds, measured. */
  readonly cpuMilliseconds: number;
}

/** Where it runs. */
export interface Fleet {
  /** Processors of a replica. */
  readonly processors: number;
  /** Processor use that is aimed at, as a share: what is above it is for bursts. */
  readonly cpuTarget: number;
  /** Zones that the replicas are spread over, evenly. */
  readonly zones: number;
  /** Processor use that is still bearable while a zone is lost, as a share. */
  readonly cpuLimit: number;
  readonly minReplicas: number;
}

/**
 * How many replicas carry a load: the fewest `n >= minReplicas` for which
 *
 * - `busy <= n * processors * cpuTarget`, and
 * - when the zone with the most of them, `ceil(n / zones)`, is lost, `busy <= rest * processors * cpuLimit`
 *   (not asked of a single zone);
 *
 * where `busy = requestsPerSecond * cpuMilliseconds / 1000` is how many processors the requests keep busy (Little's
 * law).
 *
 * @throws RangeError for shares outside (0, 1], a negative load, or less than one zone
 */
export function replicasFor(load: Load, fleet: Fleet): number {
  for (const share of [fleet.cpuTarget, fleet.cpuLimit]) {
    if (!(share > 0 && share <= 1)) {
      throw new RangeError(`replicasFor: expected shares in (0, 1], found ${share}`);
    }
  }
  if (!(load.requestsPerSecond >= 0 && load.cpuMilliseconds >= 0 && fleet.zones >= 1)) {
    throw new RangeError("replicasFor: expected a load from 0 on and at least one zone");
  }
  //#region solution 5.9 the fewest that carry the load, also without a zone
  const busy = (load.requestsPerSecond * load.cpuMilliseconds) / 1000;
  const { processors, cpuTarget, zones, cpuLimit } = fleet;
  let n = Math.max(fleet.minReplicas, Math.ceil(busy / (processors * cpuTarget)));
  const left = () => n - Math.ceil(n / zones);
  if (zones === 1) return n;
  while (left() * processors * cpuLimit < busy) n += 1;
  return n;
  //#endregion
}
