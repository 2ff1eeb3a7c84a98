// Misconception: A lost zone takes n / zones of the replicas, rounded down.
// file: src/delivery/replicas-for.ts
//#region solution 5.9 the fewest that carry the load, also without a zone
const busy = (load.requestsPerSecond * load.cpuMilliseconds) / 1000;
const { processors, cpuTarget, zones, cpuLimit } = fleet;
let n = Math.max(fleet.minReplicas, Math.ceil(busy / (processors * cpuTarget)));
while (zones > 1 && (n - Math.floor(n / zones)) * processors * cpuLimit < busy) n += 1;
return n;
//#endregion
