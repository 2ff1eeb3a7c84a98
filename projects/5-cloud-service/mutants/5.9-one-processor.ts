// Misconception: A replica is a processor.
// file: src/delivery/replicas-for.ts
//#region solution 5.9 the fewest that carry the load, also without a zone
const busy = (load.requestsPerSecond * load.cpuMilliseconds) / 1000;
const { cpuTarget, zones, cpuLimit } = fleet;
let n = Math.max(fleet.minReplicas, Math.ceil(busy / cpuTarget));
while (zones > 1 && (n - Math.ceil(n / zones)) * cpuLimit < busy) n += 1;
return n;
//#endregion
