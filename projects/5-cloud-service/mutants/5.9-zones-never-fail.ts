// Misconception: With replicas in two zones, losing one is survived anyway.
// file: src/delivery/replicas-for.ts
//#region solution 5.9 the fewest that carry the load, also without a zone
const busy = (load.requestsPerSecond * load.cpuMilliseconds) / 1000;
return Math.max(fleet.minReplicas, Math.ceil(busy / (fleet.processors * fleet.cpuTarget)));
//#endregion
