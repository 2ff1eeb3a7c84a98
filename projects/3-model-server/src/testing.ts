// For the tests of a service that is built on this one: the protocol's cases, hostile requests, load, containers,
// a collector of traces.

export { conformanceCases } from "./conformance/cases.ts";
export type { ConformanceCase } from "./conformance/cases.ts";
export { rawClient } from "./conformance/client.ts";
export type { Send } from "./conformance/client.ts";
export { http, noise, pick } from "./hostile/http.ts";
export type { Kinds } from "./hostile/http.ts";
export { httpKinds } from "./hostile/http-kinds.ts";
export { protocolKinds } from "./hostile/protocol-kinds.ts";
export type { Target } from "./hostile/protocol-kinds.ts";
export { hostileRequests } from "./hostile/requests.ts";
export { sendAll } from "./hostile/send-all.ts";
export type { HostileOutcome } from "./hostile/send-all.ts";
export { sendRaw } from "./hostile/send-raw.ts";
export { findEngine } from "./system/container-engine.ts";
export type { Engine } from "./system/container-engine.ts";
export { firstAndLast, soak } from "./system/endurance.ts";
export type { Soak } from "./system/endurance.ts";
export { load, pacedLoad, quantile, rateOf } from "./system/load.ts";
export type { LoadResult, Pace, Shot } from "./system/load.ts";
export { startCollector } from "./test-support/collector.ts";
export type { CollectedSpan } from "./test-support/collector.ts";
