import { randomGenerator } from "@ml-roadmap/ndarray";
import type { Kinds } from "./http.ts";

/** A request as bytes on the wire, and what kind of attack it is. */
export interface HostileRequest {
  kind: string;
  bytes: Buffer;
}

/**
 * `count` requests that no client should send, every kind about as often, the same for the same seed. Each is
 * to be refused with a 4xx or its connection closed.
 */
export function* hostileRequests(
  kinds: Kinds,
  count: number,
  seed: number,
): Iterable<HostileRequest> {
  const random = randomGenerator(seed);
  const entries = Object.entries(kinds);
  for (let i = 0; i < count; i++) {
    const [kind, make] = entries[i % entries.length];
    yield { kind, bytes: make(random) };
  }
}
