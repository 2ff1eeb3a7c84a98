export { compileStarter } from "./markers/compile.ts";
export { MarkerError } from "./markers/error.ts";
export { parseRegions, type Region, type RegionKind } from "./markers/regions.ts";
export { loadPhases, type Phase } from "./phase/repository.ts";
